using System.Net;
using Portal.Testing;

namespace Portal.InternationalExchange.Tests.Outbound;

public sealed class SqliteSelectionPageTests(CaseFixture<Sqlite> portal) : SelectionPageTests<Sqlite>(portal);

public sealed class MariaDbSelectionPageTests(CaseFixture<MariaDb> portal) : SelectionPageTests<MariaDb>(portal);

public abstract class SelectionPageTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    [Trait("Case", "exchange:ranking")]
    public async Task Scores_are_entered_in_one_table_and_the_ranking_is_shown_before_it_is_done()
    {
        var programme = await portal.ProgrammeAsync(places: 1);
        var (first, second) = (await portal.AppliedAsync("s1", programme), await portal.AppliedAsync("s2", programme));
        await portal.SetStateAsync(programme, "selecting");
        using var office = await portal.SignInAsync("stu1");
        var page = await office.OpenAsync(AddressOf(programme));
        Assert.Contains("登记选拔分后", page.TextOf("main"), StringComparison.Ordinal);
        Assert.Null(page.TryFind("#rank"));

        var wrong = await office.SubmitAsync("#scores", new Dictionary<string, string> { [$"score-{first}"] = "80", [$"score-{second}"] = "abc" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("学生2：选拔分须为整数", wrong.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("abc", wrong.Find($"#score-{second}").GetAttribute("value"));
        Assert.Null(await portal.ValueAsync(first, "score"));

        (await office.SubmitAsync("#scores", new Dictionary<string, string> { [$"score-{first}"] = "80", [$"score-{second}"] = "91" })).Expect(200);
        Assert.Equal(["1. 学生2（91 分）", "2. 学生1（80 分）"], office.Page.TextsOf("section[aria-labelledby=ranking] dd"));
        (await office.SubmitAsync("#rank")).Expect(200);
        Assert.Contains("推荐 1 人，候补 1 人", office.Page.Text, StringComparison.Ordinal);
        Assert.Equal(("waitlist", "nominated"), (await portal.StateAsync(first), await portal.StateAsync(second)));
        Assert.Contains("名次和推荐名单与现在的选拔分一致", office.Page.Text, StringComparison.Ordinal);
        var export = await office.SubmitAsync("#export");
        Assert.StartsWith("application/vnd.openxml", export.Response.Content.Headers.ContentType?.MediaType, StringComparison.Ordinal);

        await portal.As("s2").MoveForAsync(second, "cancel", "家庭原因");
        await office.OpenAsync(AddressOf(programme));
        foreach (var link in office.Page.FindAll("main a").Select(link => link.GetAttribute("href")!).ToArray())
            Assert.Equal(HttpStatusCode.OK, (await office.GetAsync(link)).Status);
        await office.OpenAsync(AddressOf(programme));
        Assert.Equal(["学生1推荐", "学生2取消"], office.Page.Rows("#placements").Take(2).Select(row => $"{row[1]}{row[2]}"));
    }

    [Fact]
    [Trait("Case", "exchange:ranking")]
    public async Task A_ranking_that_is_no_longer_the_one_shown_is_not_carried_out()
    {
        var programme = await portal.ProgrammeAsync(places: 1);
        var (first, second) = (await portal.AppliedAsync("s3", programme), await portal.AppliedAsync("s4", programme));
        await portal.As("stu1").MoveAsync(first, "score", ("score", "90"));
        await portal.As("stu1").MoveAsync(second, "score", ("score", "80"));
        await portal.SetStateAsync(programme, "selecting");
        using var office = await portal.SignInAsync("stu1");
        await office.OpenAsync(AddressOf(programme));
        await portal.As("stu1").MoveAsync(second, "score", ("score", "95"));
        Assert.Equal(HttpStatusCode.Conflict, (await office.SubmitAsync("#rank")).Status);
        Assert.Equal(("applied", "applied"), (await portal.StateAsync(first), await portal.StateAsync(second)));
        (await office.SubmitAsync("#rank")).Expect(200);
        Assert.Equal(("waitlist", "nominated"), (await portal.StateAsync(first), await portal.StateAsync(second)));
    }

    [Fact]
    [Trait("Case", "exchange:22")]
    public async Task With_credits_the_student_office_scores_and_the_academic_office_nominates()
    {
        var programme = await portal.ProgrammeAsync("AAO");
        var student = await portal.AppliedAsync("s5", programme);
        await portal.SetStateAsync(programme, "selecting");
        await portal.ReviewedByAsync(programme, "学工部");
        using var students = await portal.SignInAsync("stu1");
        await students.OpenAsync(AddressOf(programme));
        (await students.SubmitAsync("#scores", new Dictionary<string, string> { [$"score-{student}"] = "88" })).Expect(200);
        Assert.Null(students.Page.TryFind("#rank"));
        using var academic = await portal.SignInAsync("aao1");
        await academic.OpenAsync(AddressOf(programme));
        (await academic.SubmitAsync("#rank")).Expect(200);
        Assert.Equal("nominated", await portal.StateAsync(student));
        using var tracking = await portal.SignInAsync("stu1");
        (await tracking.OpenAsync("/internationalexchange/outbound/tracking")).Expect(200);
    }

    [Fact]
    public async Task Students_and_other_colleges_do_not_see_the_table()
    {
        var programme = await portal.ProgrammeAsync();
        foreach (var account in new[] { "s1", "colB1", "log1" })
        {
            using var client = await portal.SignInAsync(account);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(AddressOf(programme))).Status);
        }
    }

    private static string AddressOf(long programme) => $"/internationalexchange/programmes/selection/{programme}";
}
