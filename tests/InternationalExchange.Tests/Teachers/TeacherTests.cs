using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Portal.Testing;
using Portal.Toolkit;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Dues;
using Portal.Toolkit.Records.Input;

namespace Portal.InternationalExchange.Tests.Teachers;

public sealed class SqliteTeacherTests(CaseFixture<Sqlite> portal) : TeacherTests<Sqlite>(portal);

public sealed class MariaDbTeacherTests(CaseFixture<MariaDb> portal) : TeacherTests<MariaDb>(portal);

public abstract class TeacherTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Teacher = "exchange.foreign-teacher";
    private const string Permit = "exchange.immigration-doc";

    private static int _count;

    [Fact]
    [Trait("Case", "exchange:27")]
    public async Task Candidates_are_reviewed_assessed_and_approved_within_the_plan()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 2));
        var plan = await PlanAsync(headcount: 2);
        var first = await CandidateAsync(plan);
        Assert.Equal("未经资格审查，不得考核和报批（第八条四）", await RefusedAsync(() => AssessAsync(first)));
        await ToSchoolAsync(first);
        await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.As("colA1").MoveAsync(first, "school-approve"));
        Assert.Equal("to-school", await portal.StateAsync(first));
        await portal.As("sch1").MoveAsync(first, "school-approve");
        await ToSchoolAsync(await CandidateAsync(plan));
        var third = await CandidateAsync(plan);
        Assert.Contains("超出招聘计划的人数", await RefusedAsync(() => ToSchoolAsync(third)), StringComparison.Ordinal);
        Assert.Equal("assessed", await portal.StateAsync(third));
    }

    [Fact]
    [Trait("Case", "exchange:27")]
    public async Task Of_two_candidates_for_the_last_place_one_goes_to_the_school()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 2));
        for (var round = 0; round < 5; round++)
        {
            var plan = await PlanAsync(headcount: 1);
            var candidates = new[] { await CandidateAsync(plan), await CandidateAsync(plan) };
            foreach (var candidate in candidates)
                await PrepareAsync(candidate);
            var outcomes = await Race.RunAsync([.. candidates.Select(candidate => (Func<Task>)(() => portal.As("colA1").MoveAsync(candidate, "to-school")))]);
            Assert.Single(outcomes, outcome => outcome.Length == 0);
            Assert.Single(outcomes, outcome => outcome.Contains("超出招聘计划的人数", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_candidate_stands_in_the_plan_of_his_own_college()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 2));
        var other = await portal.NoAsync(await portal.PutAsync(
            "exchange.teacher-plan", "外国语学院", "approved", """{"posts":[{"subject":"德语","category":"language","headcount":1,"from":"2026-09-01","to":"2027-08-31"}]}"""));
        Assert.StartsWith("只能按本单位的招聘计划招聘", await RefusedAsync(() => CandidateAsync(other)), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "exchange:28")]
    public async Task Whoever_enters_applies_for_the_permit_within_thirty_days()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 9, 1));
        var teacher = await PutTeacherAsync("visa");
        await portal.As("ieo1").MoveAsync(teacher, "arrive", ("enteredOn", "2026-09-01"), ("workPermitNo", "G-1"));
        var permit = await portal.Database.ScalarAsync<long>("select from_id from toolkit_record_link where to_id = @teacher and field = 'teacher'", new { teacher });
        Assert.Equal(("to-apply", new DateTime(2026, 10, 2)), (await portal.StateAsync(permit), await portal.DueAsync(permit, "apply")));
        await portal.As("ieo1").MoveForAsync(teacher, "leave", "合同期满", ("leftOn", "2026-09-01"));
        Assert.Equal("closed", await portal.StateAsync(permit));
    }

    [Fact]
    [Trait("Case", "exchange:29")]
    public async Task A_permit_is_renewed_a_month_before_it_expires_and_late_for_office_and_college_after()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 2));
        var permit = await PermitAsync(await PutTeacherAsync("in-post"));
        await portal.As("ieo1").MoveAsync(permit, "issue", ("number", "X123"), ("issuedOn", "2025-09-01"), ("expiresOn", "2026-08-31"));
        Assert.Equal(new DateTime(2026, 8, 2), await portal.DueAsync(permit, "renew"));
        foreach (var (day, late) in new[] { (1, false), (2, true) })
        {
            portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 8, day));
            foreach (var account in new[] { "ieo1", "colA1" })
                Assert.Equal(late, (await DuesAsync(account)).Single(due => due.RecordId == permit).IsLate);
        }
    }

    [Fact]
    [Trait("Case", "exchange:30")]
    public async Task A_permit_does_not_end_before_it_begins_and_a_passport_that_ends_earlier_is_warned_of()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 2));
        var permit = await PermitAsync(await PutTeacherAsync("in-post", "2026-06-30"));
        var wrong = await Assert.ThrowsAsync<RecordInvalidException>(
            () => portal.As("ieo1").MoveAsync(permit, "issue", ("number", "X1"), ("issuedOn", "2026-03-01"), ("expiresOn", "2026-02-28")));
        Assert.Equal("到期日期早于签发日期", wrong.Errors["expiresOn"]);
        Assert.Equal("to-apply", await portal.StateAsync(permit));
        var version = await portal.VersionAsync(permit);
        var warnings = await portal.As("ieo1").RunAsync(async services =>
        {
            var input = new RecordInput
            {
                Values = new JsonObject { ["number"] = "X1", ["issuedOn"] = "2026-03-01", ["expiresOn"] = "2027-02-28" }, Asked = ["number", "issuedOn", "expiresOn"],
            };
            return (await services.GetRequiredService<RecordCommands>().MoveAsync(permit, version, "issue", input, null, CancellationToken.None)).Warnings;
        });
        Assert.Contains("先于许可到期", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.Equal("valid", await portal.StateAsync(permit));
    }

    private async Task<string> PlanAsync(int headcount) => await portal.NoAsync(await portal.PutAsync(
        "exchange.teacher-plan", CaseFixture<TDialect>.College, "approved", $$"""{"posts":[{"subject":"德语","category":"language","headcount":{{headcount}},"from":"2026-09-01","to":"2027-08-31"}]}"""));

    private async Task<long> CandidateAsync(string plan)
    {
        var number = Interlocked.Increment(ref _count);
        var draft = await portal.As("colA1").CreateAsync(
            Teacher,
            ("name", $"Teacher {number}"),
            ("nationality", "DE"),
            ("passportNo", $"C{number:0000000}"),
            ("passportExpires", "2031-01-01"),
            ("degree", "master"),
            ("experienceYears", "5"),
            ("plan", plan),
            ("postNo", "1"));
        await portal.FilesAsync(draft.Id, "noCrime", "health");
        await portal.As("colA1").SubmitAsync(draft.Id);
        return draft.Id;
    }

    private Task<RecordView> AssessAsync(long teacher) =>
        portal.As("colA1").MoveAsync(teacher, "assess", ("assessmentForm", "lesson"), ("assessmentScore", "88"), ("assessmentPanel", "三人小组"));

    private async Task ToSchoolAsync(long teacher)
    {
        await PrepareAsync(teacher);
        await portal.As("colA1").MoveAsync(teacher, "to-school");
    }

    private async Task PrepareAsync(long teacher)
    {
        await portal.As("colA1").MoveAsync(teacher, "qualify", ("qualification", "passed"), ("qualifiedBy", "秦川"), ("qualifiedOn", "2026-03-02"));
        await AssessAsync(teacher);
        await portal.As("hr1").MoveAsync(teacher, "hr-review", ("hrOpinion", "同意聘用"));
    }

    private async Task<long> PutTeacherAsync(string state, string passportExpires = "2031-01-01") => await portal.PutAsync(
        Teacher, CaseFixture<TDialect>.College, state, $$"""{"name":"Anna Weber","nationality":"DE","passportExpires":"{{passportExpires}}","contractFrom":"2026-02-01","contractTo":"2027-01-31"}""", title: "Anna Weber");

    private async Task<long> PermitAsync(long teacher) =>
        (await portal.As("ieo1").SubmitNewAsync(Permit, ("holderType", "teacher"), ("teacher", await portal.NoAsync(teacher)), ("kind", "residence"), ("enteredOn", "2026-02-20"))).Id;

    private Task<IReadOnlyList<RecordDueItem>> DuesAsync(string account) =>
        portal.As(account).RunAsync(services => services.GetRequiredService<RecordDueQueries>().ListAsync(new RecordDueFilter { Type = Permit }, CancellationToken.None));

    private static async Task<string> RefusedAsync(Func<Task> body) => (await Assert.ThrowsAsync<RefusedException>(body)).Message;
}
