using System.Net;
using Portal.Testing;

namespace Portal.InternationalExchange.Tests.Outbound;

public sealed class SqliteCreditPageTests(CaseFixture<Sqlite> portal) : CreditPageTests<Sqlite>(portal);

public sealed class MariaDbCreditPageTests(CaseFixture<MariaDb> portal) : CreditPageTests<MariaDb>(portal);

[Trait("Case", "exchange:26")]
public abstract class CreditPageTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Area = "/internationalexchange";

    [Fact]
    public async Task From_the_plan_to_the_printed_sheet_both_grades_stand_side_by_side()
    {
        var stay = await portal.BackAsync("s1", withPlan: true);
        using var student = await portal.SignInAsync("s1");
        await student.OpenAsync($"{Area}/outbound/details/{stay}");
        (await student.SubmitAsync("form[action*='Recognise']")).Expect(200);
        Assert.Equal("Machine Design", student.Page.Find("[name='lines[0].foreignCourse']").GetAttribute("value"));
        var id = await portal.Database.ScalarAsync<long>("select id from toolkit_record where type = 'exchange.credit-recognition' and person_id = @person", new { person = await portal.PersonIdAsync("s1") });
        await portal.As("s1").SaveAsync(
            id, ("lines[0].foreignCourse", "Machine Design"), ("lines[0].foreignCredits", "6"), ("lines[0].foreignGrade", "B+"), ("lines[0].gradeScale", "A–F"),
            ("lines[0].homeCourse", "机械设计"), ("lines[0].homeCredits", "4"));
        await portal.AttachAsync(id, "transcript", "transcript.pdf");
        await portal.As("s1").SubmitAsync(id);
        await portal.PassAsync(id, "colAh", "aao1");

        using var college = await portal.SignInAsync("colA1");
        Assert.Null((await college.OpenAsync($"{Area}/credits/details/{id}")).TryFind("#decisionNo"));
        var direct = Decision();
        direct["_version"] = $"{await portal.VersionAsync(id)}";
        direct["__RequestVerificationToken"] = college.Page.Find("#decide input[name=__RequestVerificationToken]").GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Forbidden, (await college.PostAsync($"{Area}/credits/details/{id}", direct)).Status);
        Assert.Equal("approved", await portal.StateAsync(id));

        using var academic = await portal.SignInAsync("aao1");
        await academic.OpenAsync($"{Area}/credits/details/{id}");
        var incomplete = await academic.SubmitAsync("#decide", new Dictionary<string, string> { ["decisions[0].convertedGrade"] = "85" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, incomplete.Status);
        Assert.Contains("请填写第 1 门的结论", incomplete.Text, StringComparison.Ordinal);
        (await academic.SubmitAsync("#decide", Decision())).Expect(200);
        Assert.Equal(["Machine Design", "6", "B+", "A–F", "机械设计", "4", "3", "85", "认定"], academic.Page.Rows("#credit-lines")[0]);

        foreach (var link in academic.Page.FindAll("main a").Select(link => link.GetAttribute("href")!).Where(link => !link.Contains("attachments", StringComparison.Ordinal)).ToArray())
            Assert.Equal(HttpStatusCode.OK, (await academic.GetAsync(link)).Status);
        await student.OpenAsync($"{Area}/outbound/details/{stay}");
        foreach (var link in student.Page.FindAll("main a").Select(link => link.GetAttribute("href")!).ToArray())
            Assert.Equal(HttpStatusCode.OK, (await student.GetAsync(link)).Status);
        await student.OpenAsync($"{Area}/credits/print/{id}");
        Assert.Contains("共认定 3 学分", student.Page.TextOf("article"), StringComparison.Ordinal);
        var code = student.Page.TextOf("figcaption").Replace("校验码", "", StringComparison.Ordinal).Trim();
        using var anybody = portal.Browse();
        Assert.Contains("真实有效：共认定 3 学分", (await anybody.OpenAsync($"{Area}/verify?code={code}")).Text, StringComparison.Ordinal);
        Assert.Contains("校验码无效", (await anybody.OpenAsync($"{Area}/verify?code={id}-000000000000")).Text, StringComparison.Ordinal);
        using var stranger = await portal.SignInAsync("s2");
        foreach (var page in new[] { "details", "print" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{Area}/credits/{page}/{id}")).Status);
    }

    private static Dictionary<string, string> Decision() => new()
    {
        ["decisions[0].homeCourse"] = "机械设计",
        ["decisions[0].homeCredits"] = "3",
        ["decisions[0].convertedGrade"] = "85",
        ["decisions[0].decision"] = "recognised",
        ["decisionNo"] = "教认〔2026〕2号",
        ["decidedOn"] = "2026-03-02",
    };
}
