using System.Net;
using Portal.Testing;
using Portal.Toolkit;

namespace Portal.InternationalExchange.Tests.Outbound;

public sealed class SqliteMyOutboundTests(CaseFixture<Sqlite> portal) : MyOutboundTests<Sqlite>(portal);

public sealed class MariaDbMyOutboundTests(CaseFixture<MariaDb> portal) : MyOutboundTests<MariaDb>(portal);

[Trait("Case", "exchange:students-abroad")]
public abstract class MyOutboundTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Home = "/internationalexchange/outbound";

    [Fact]
    public async Task A_student_finds_an_open_programme_applies_with_a_prefilled_form_and_sees_where_it_stands()
    {
        var programme = await portal.ProgrammeAsync(places: 3);
        using var student = await portal.SignInAsync("s1");
        Assert.Contains("还剩 3 人", (await student.OpenAsync(Home)).TextOf("#programmes"), StringComparison.Ordinal);
        await student.OpenAsync($"{Home}/apply/{programme}");
        Assert.Equal("s1", student.Page.Find("#studentNo").GetAttribute("value"));
        Assert.Contains("学生1", student.Page.TextOf("#apply"), StringComparison.Ordinal);

        var refused = await student.SubmitAsync("#apply", new Dictionary<string, string> { ["insurance"] = "平安 100", ["emergencyContact"] = "父亲 13900000000", ["consent"] = "false" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("本人和家长承诺后才能报名", refused.Text, StringComparison.Ordinal);
        Assert.Equal("平安 100", refused.Find("#insurance").GetAttribute("value"));

        (await student.SubmitAsync("#apply", new Dictionary<string, string> { ["consent"] = "true" })).Expect(200);
        Assert.Contains("学院正在审核", student.Page.TextOf("#next"), StringComparison.Ordinal);
        Assert.Contains("/outbound/details/", student.Page.Url.AbsolutePath, StringComparison.Ordinal);
        var again = await student.OpenAsync($"{Home}/apply/{programme}");
        Assert.Contains("/outbound/details/", again.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record where type = 'exchange.outbound-student' and person_id = @id", new { id = await portal.PersonIdAsync("s1") }));
    }

    [Fact]
    public async Task Nothing_of_strangers_exists_for_a_student()
    {
        var stranger = await portal.AppliedAsync("s2", await portal.ProgrammeAsync());
        using var student = await portal.SignInAsync("s3");
        foreach (var address in new[] { $"{Home}/details/{stranger}", $"{Home}/plan/{stranger}", $"/workbench/records/{OutboundCases.Student}/{stranger}" })
            Assert.Equal(HttpStatusCode.NotFound, (await student.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await student.GetAsync($"{Home}/tracking")).Status);
        await student.OpenAsync(Home);
        Assert.DoesNotContain("学生2", student.Page.Text, StringComparison.Ordinal);
        using var office = await portal.SignInAsync("stu1");
        Assert.Equal(HttpStatusCode.Forbidden, (await office.GetAsync(Home)).Status);
    }

    [Fact]
    public async Task After_the_deadline_nobody_applies_not_even_by_a_direct_post()
    {
        var programme = await portal.ProgrammeAsync();
        using var student = await portal.SignInAsync("s4");
        await student.OpenAsync($"{Home}/apply/{programme}");
        await portal.Database.ExecuteAsync(
            "update toolkit_record set data = replace(data, '\"places\"', '\"applyTo\":\"2026-03-01\",\"places\"') where id = @programme", new { programme });
        var refused = await student.SubmitAsync("#apply", new Dictionary<string, string> { ["insurance"] = "平安", ["emergencyContact"] = "母亲 139", ["consent"] = "true" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("截止", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/apply/{programme}", (await student.OpenAsync(Home)).Find("#programmes").InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_student_abroad_reports_where_he_is_and_what_was_said_stays()
    {
        var id = await portal.AbroadAsync("s5");
        Assert.Equal(new DateTime(2026, 2, 9), (await portal.DueAsync(id, "check-in"))!.Value.AddMinutes(-1).Date);
        using var student = await portal.SignInAsync("s5");
        await student.OpenAsync($"{Home}/details/{id}");
        var refused = await student.SubmitAsync("#check-in-form", new Dictionary<string, string> { ["checkIns[0].place"] = "德国 柏林" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("请填写是否平安", refused.Text, StringComparison.Ordinal);
        (await student.SubmitAsync("#check-in-form", new Dictionary<string, string> { ["checkIns[0].safe"] = "true", ["addressAbroad"] = "Hauptstr. 1" })).Expect(200);
        Assert.Equal(new DateTime(2026, 3, 9), (await portal.DueAsync(id, "check-in"))!.Value.AddMinutes(-1).Date);
        Assert.DoesNotContain("Hauptstr", await portal.Database.ScalarAsync<string>("select data from toolkit_record where id = @id", new { id }), StringComparison.Ordinal);

        var changed = await Assert.ThrowsAsync<RefusedException>(() => portal.As("s5").SaveAsync(id, ("checkIns[0].on", "2026-03-01"), ("checkIns[0].place", "别处"), ("checkIns[0].safe", "true")));
        Assert.Contains("签到记录只能增加", changed.Message, StringComparison.Ordinal);
        await student.SubmitAsync("#check-in-form", new Dictionary<string, string> { ["checkIns[0].safe"] = "false", ["checkIns[0].text"] = "丢了护照" });
        Assert.Contains("已接到通知", student.Page.Text, StringComparison.Ordinal);
        Assert.Equal(3, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_notice where title = '在外学生报告不平安'"));
    }

    [Fact]
    public async Task An_approved_study_plan_keeps_its_courses()
    {
        var id = await portal.AbroadAsync("s6");
        using var student = await portal.SignInAsync("s6");
        await student.OpenAsync($"{Home}/plan/{id}");
        var refused = await student.SubmitAsync("#plan", new Dictionary<string, string> { ["coursePlan[0].homeCredits"] = "9" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("课程不能改写或删去", refused.Text, StringComparison.Ordinal);
        await student.OpenAsync($"{Home}/plan/{id}");
        (await student.SubmitAsync("#plan", new Dictionary<string, string> { ["coursePlan[0].change"] = "deleted", ["coursePlan[0].changeReason"] = "课程停开" })).Expect(200);
        Assert.Contains("删除：课程停开", student.Page.TextOf("#course-plan"), StringComparison.Ordinal);
    }
}
