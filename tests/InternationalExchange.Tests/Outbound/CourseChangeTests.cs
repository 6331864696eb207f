using Portal.Testing;
using Portal.Toolkit;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Tests.Outbound;

public sealed class SqliteCourseChangeTests(CaseFixture<Sqlite> portal) : CourseChangeTests<Sqlite>(portal);

public sealed class MariaDbCourseChangeTests(CaseFixture<MariaDb> portal) : CourseChangeTests<MariaDb>(portal);

public abstract class CourseChangeTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task Whoever_chose_courses_abroad_changes_the_plan_in_time_or_says_that_it_holds()
    {
        var (changed, same) = (await portal.AbroadAsync("s1"), await portal.AbroadAsync("s2"));
        Assert.Equal("请先填写国外选课日期（第九条三4）", (await Assert.ThrowsAsync<RefusedException>(() => portal.As("s2").MoveAsync(same, "confirm-courses"))).Message);
        foreach (var (account, id) in new[] { ("s1", changed), ("s2", same) })
        {
            using var student = await portal.SignInAsync(account);
            await student.OpenAsync($"/internationalexchange/outbound/plan/{id}");
            (await student.SubmitAsync("#plan", new { coursesChosenOn = "2026-02-20" })).Expect(200);
            Assert.Contains("国外选课变更，2026-03-06 前", student.Page.Text, StringComparison.Ordinal);
        }

        Assert.Equal(new DateTime(2026, 3, 7), await portal.DueAsync(changed, "course-change"));
        using var first = await portal.SignInAsync("s1");
        await first.OpenAsync($"/internationalexchange/outbound/plan/{changed}");
        (await first.SubmitAsync("#plan", new Dictionary<string, string> { ["coursePlan[0].change"] = "deleted", ["coursePlan[0].changeReason"] = "课程停开" })).Expect(200);
        Assert.Null(await portal.DueAsync(changed, "course-change"));
        using var second = await portal.SignInAsync("s2");
        await second.OpenAsync($"/internationalexchange/outbound/details/{same}");
        (await second.SubmitAsync("#move-confirm-courses")).Expect(200);
        Assert.Equal((null, "2026-03-02"), (await portal.DueAsync(same, "course-change"), await portal.ValueAsync(same, "coursesReportedOn")));
    }

    [Fact]
    public async Task A_programme_begins_after_the_students_were_briefed()
    {
        var programme = await portal.ProgrammeAsync();
        await portal.SetStateAsync(programme, "selecting");
        Assert.Contains("还没有登记行前教育（第九条五1）", await portal.WarningsOfMoveAsync("stu1", programme, "run"));
        var other = await portal.ProgrammeAsync();
        await portal.SetStateAsync(other, "selecting");
        await portal.As("stu1").SaveAsync(other, ("briefings[0].on", "2026-03-01"), ("briefings[0].kind", "education"), ("briefings[0].text", "安全、纪律和当地法律"));
        Assert.DoesNotContain(await portal.WarningsOfMoveAsync("stu1", other, "run"), warning => warning.Contains("行前教育", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_organisation_department_sees_whom_it_vets_and_a_college_the_grants_of_its_students()
    {
        var student = await portal.AbroadAsync("s3");
        var grant = await portal.As("aao1").SubmitNewAsync(OutboundCases.Grant, ("outbound", await portal.NoAsync(student)), ("source", "AAO"), ("amount", "3000"));
        foreach (var (account, address, expected) in new[]
        {
            ("org1", RecordAddress.Of(OutboundCases.Student, student), 200), ("hr1", RecordAddress.Of(OutboundCases.Student, student), 404),
            ("colA1", RecordAddress.Of(grant), 200), ("colB1", RecordAddress.Of(grant), 404),
        })
        {
            using var client = await portal.SignInAsync(account);
            (await client.GetAsync(address)).Expect(expected);
        }
    }
}
