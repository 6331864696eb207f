using Portal.Testing;
using Portal.Toolkit;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Tests.Trips;

public sealed class SqliteFilingTests(CaseFixture<Sqlite> portal) : FilingTests<Sqlite>(portal);

public sealed class MariaDbFilingTests(CaseFixture<MariaDb> portal) : FilingTests<MariaDb>(portal);

/// <summary>Before the journey: filing, political review, approval, locks.</summary>
public abstract class FilingTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private static readonly string[] _beforeSchool = ["ieo1", "colAh", "org1", "hr1", "ieo1"];

    [Fact]
    [Trait("Case", "exchange:8")]
    public async Task Another_college_does_not_find_the_draft()
    {
        var draft = await portal.DraftTripAsync("2026-05-10", "2026-05-16", "s1");
        await Assert.ThrowsAsync<RecordNotFoundException>(() => portal.As("colB1").SaveAsync(draft.Id, ("inviter", "他人")));
        await Assert.ThrowsAsync<RecordNotFoundException>(() => portal.As("colB1").SubmitAsync(draft.Id));
    }

    [Fact]
    [Trait("Case", "exchange:9")]
    public async Task A_trip_is_filed_before_departure_and_does_not_end_before_it_begins()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 5, 11));
        var late = await portal.DraftTripAsync("2026-05-10", "2026-05-16", "s1");
        Assert.Equal("须事先报备（第八条三）", await RefusedAsync(() => portal.As("colA1").SubmitAsync(late.Id)));
        Assert.Equal("draft", await portal.StateAsync(late.Id));
        var wrong = await Assert.ThrowsAsync<RecordInvalidException>(() => portal.DraftTripAsync("2026-05-16", "2026-05-10", "s1"));
        Assert.Equal("返回日期早于出发日期", wrong.Errors["returnOn"]);
    }

    [Fact]
    [Trait("Case", "exchange:10")]
    public async Task The_school_approves_when_every_member_has_passed_the_political_review()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 2));
        var trip = (await portal.DraftTripAsync("2026-05-10", "2026-05-16", "s2")).Id;
        await portal.As("colA1").SubmitAsync(trip);
        await portal.PassAsync(trip, _beforeSchool);
        Assert.Contains("学生2", await RefusedAsync(() => portal.As("sch1").DecideAsync(trip)), StringComparison.Ordinal);
        Assert.Equal("in-review", await portal.StateAsync(trip));
        await portal.As("org1").SubmitNewAsync("exchange.political-review", TripCases.Review("s2", "2026-12-31"));
        await portal.As("sch1").DecideAsync(trip);
        Assert.Equal("approved", await portal.StateAsync(trip));
    }

    [Fact]
    [Trait("Case", "exchange:11")]
    public async Task Only_the_organisation_department_reviews_and_the_review_lasts_until_the_return()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 2));
        await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.As("hr1").CreateAsync("exchange.political-review", TripCases.Review("s3", "2026-12-31")));
        var trip = (await portal.DraftTripAsync("2026-05-10", "2026-05-16", "s3")).Id;
        await portal.As("colA1").SubmitAsync(trip);
        await portal.PassAsync(trip, _beforeSchool);
        await portal.As("org1").SubmitNewAsync("exchange.political-review", TripCases.Review("s3", "2026-05-15"));
        Assert.StartsWith("政审有效期不足：学生3", await RefusedAsync(() => portal.As("sch1").DecideAsync(trip)), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "exchange:13")]
    public async Task Whoever_owes_a_summary_is_in_no_new_trip_until_it_is_filed()
    {
        var old = await ReturnedAsync("s4");
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 6, 1));
        var next = (await portal.DraftTripAsync("2026-09-10", "2026-09-16", "s4")).Id;
        Assert.Contains($"学生4 的出访总结逾期未交（{await portal.NoAsync(old)}", await RefusedAsync(() => portal.As("colA1").SubmitAsync(next)), StringComparison.Ordinal);
        await portal.FileSummaryAsync(old);
        Assert.Equal("summary-filed", await portal.StateAsync(old));
        await portal.As("colA1").SubmitAsync(next);
        Assert.Equal("in-review", await portal.StateAsync(next));
    }

    [Fact]
    [Trait("Case", "exchange:lock")]
    public async Task What_is_owed_for_long_blocks_the_unit_until_the_office_lifts_the_lock()
    {
        var old = await ReturnedAsync("s5");
        await portal.Database.ExecuteAsync("update toolkit_record_due set is_open = 0 where record_id <> @old", new { old });
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 7, 1));
        var next = (await portal.DraftTripAsync("2026-09-10", "2026-09-16", "s6")).Id;
        Assert.Contains("本单位有出访总结逾期超过30天", await RefusedAsync(() => portal.As("colA1").SubmitAsync(next)), StringComparison.Ordinal);
        await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.As("colA1").MoveForAsync(old, "lift-lock", "急事", ("lockLiftedUntil", "2026-07-31")));
        await portal.As("ieo1").MoveForAsync(old, "lift-lock", "带队人病休", ("lockLiftedUntil", "2026-07-31"));
        await portal.As("colA1").SubmitAsync(next);
        await portal.FileSummaryAsync(old);
    }

    [Fact]
    public async Task A_group_names_one_leader_and_each_member_once()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 2));
        var twice = await portal.DraftTripAsync("2026-05-10", "2026-05-16", "s1", "s1");
        Assert.Contains("团组成员重复：学生1", await RefusedAsync(() => portal.As("colA1").SubmitAsync(twice.Id)), StringComparison.Ordinal);
        var headless = await portal.DraftTripAsync("2026-05-10", "2026-05-16", "s1", "s2");
        await portal.As("colA1").SaveAsync(headless.Id, ("members[0].person", "s1"), ("members[0].role", "member"), ("members[0].post", "教师"), ("members[1].person", "s2"), ("members[1].role", "member"), ("members[1].post", "教师"));
        Assert.Contains("须指定一名团长", await RefusedAsync(() => portal.As("colA1").SubmitAsync(headless.Id)), StringComparison.Ordinal);
    }

    private async Task<long> ReturnedAsync(string member)
    {
        var trip = await portal.TripAsync("approved", "2026-05-10", "2026-05-16", member);
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 5, 17));
        await portal.As("colA1").MoveAsync(trip, "depart", ("actualDepartOn", "2026-05-10"));
        await portal.As("colA1").MoveAsync(trip, "return", ("actualReturnOn", "2026-05-16"));
        Assert.Equal(new DateTime(2026, 6, 1), await portal.DueAsync(trip, "summary"));
        return trip;
    }

    private static async Task<string> RefusedAsync(Func<Task> body) => (await Assert.ThrowsAsync<RefusedException>(body)).Message;
}
