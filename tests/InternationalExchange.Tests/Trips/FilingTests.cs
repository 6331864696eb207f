using System.Net;
using Portal.Testing;
using Portal.Toolkit;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;

namespace Portal.InternationalExchange.Tests.Trips;

public sealed class SqliteFilingTests(CaseFixture<Sqlite> portal) : FilingTests<Sqlite>(portal);

public sealed class MariaDbFilingTests(CaseFixture<MariaDb> portal) : FilingTests<MariaDb>(portal);

public abstract class FilingTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    public async Task InitializeAsync()
    {
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 3, 2));
        await portal.StaffAsync(("wang", "王芳"), ("zhao", "赵刚"), ("sun", "孙敏"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    [Trait("Case", "exchange:8")]
    public async Task A_draft_of_another_college_does_not_exist()
    {
        var trip = await portal.DraftTripAsync("2026-05-10", "2026-05-16", ["wang"]);
        var other = await portal.SignInAsync("colB1");
        foreach (var url in new[] { $"/workbench/records/{TripCases.Trip}/{trip}", $"/internationalexchange/trips/{trip}/print" })
        {
            var page = await other.GetAsync(url);
            page.Expect(HttpStatusCode.NotFound);
            Assert.DoesNotContain("清迈", page.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait("Case", "exchange:9")]
    public async Task A_trip_is_filed_before_it_begins_or_not_at_all()
    {
        var trip = await portal.DraftTripAsync("2026-05-10", "2026-05-16", ["wang"]);
        foreach (var day in new[] { 10, 11, 17 })
        {
            portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 5, day));
            var late = await Assert.ThrowsAsync<RefusedException>(() => portal.As("colA1").SubmitAsync(trip));
            Assert.Equal("须事先报备（第八条三）", late.Message);
            Assert.Equal("draft", await portal.StateAsync(trip));
        }

        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 5, 9));
        Assert.Equal("in-review", (await portal.As("colA1").SubmitAsync(trip)).State);
    }

    [Fact]
    [Trait("Case", "exchange:9")]
    public async Task A_return_before_the_departure_is_refused_beside_its_field()
    {
        var refused = await Assert.ThrowsAsync<RecordInvalidException>(() => portal.DraftTripAsync("2026-05-16", "2026-05-10", ["wang"]));
        Assert.Equal("返回日期早于出发日期", refused.Errors["returnOn"]);
    }

    [Fact]
    public async Task A_group_names_one_leader_and_each_member_once()
    {
        var twice = await portal.DraftTripAsync("2026-05-10", "2026-05-16", ["wang", "wang"]);
        Assert.Contains("团组成员重复：王芳", (await Assert.ThrowsAsync<RefusedException>(() => portal.As("colA1").SubmitAsync(twice))).Message, StringComparison.Ordinal);
        var headless = await portal.DraftTripAsync("2026-05-10", "2026-05-16", ["wang", "zhao"]);
        await portal.As("colA1").SaveAsync(
            headless,
            ("members[0].person", "wang"), ("members[0].role", "member"), ("members[0].post", "教师"), ("members[1].person", "zhao"), ("members[1].role", "member"), ("members[1].post", "教师"));
        Assert.Contains("须指定一名团长", (await Assert.ThrowsAsync<RefusedException>(() => portal.As("colA1").SubmitAsync(headless))).Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "exchange:10")]
    public async Task The_school_approves_only_when_every_member_was_vetted()
    {
        await portal.VetAsync("zhao", "2026-12-31");
        var trip = await portal.DraftTripAsync("2026-05-10", "2026-05-16", ["zhao", "wang"]);
        await portal.As("colA1").SubmitAsync(trip);
        foreach (var account in new[] { "ieo1", "colAh", "org1", "hr1", "ieo1" })
            await portal.As(account).DecideAsync(trip);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => portal.As("sch1").DecideAsync(trip));
        Assert.Contains("王芳", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("赵刚", refused.Message, StringComparison.Ordinal);
        Assert.Equal("in-review", await portal.StateAsync(trip));
        await portal.VetAsync("wang", "2026-12-31");
        await portal.As("sch1").DecideAsync(trip);
        Assert.Equal("approved", await portal.StateAsync(trip));
    }

    [Fact]
    [Trait("Case", "exchange:11")]
    public async Task Only_the_organisation_department_vets()
    {
        var before = await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record where type = @type", new { type = TripCases.Review });
        foreach (var account in new[] { "hr1", "ieo1", "colA1", "sch1" })
        {
            var refused = await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.VetAsync("sun", "2026-12-31", by: account));
            Assert.Equal(403, refused.StatusCode);
        }

        Assert.Equal(before, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record where type = @type", new { type = TripCases.Review }));
    }

    [Fact]
    [Trait("Case", "exchange:11")]
    public async Task A_review_lasts_until_the_return_and_a_later_refusal_outweighs_it()
    {
        await portal.VetAsync("sun", "2026-05-15");
        var trip = await portal.DraftTripAsync("2026-05-10", "2026-05-16", ["sun"]);
        await portal.As("colA1").SubmitAsync(trip);
        foreach (var account in new[] { "ieo1", "colAh", "org1", "hr1", "ieo1" })
            await portal.As(account).DecideAsync(trip);
        var tooShort = await Assert.ThrowsAsync<RefusedException>(() => portal.As("sch1").DecideAsync(trip));
        Assert.Contains("政审有效期不足", tooShort.Message, StringComparison.Ordinal);
        await portal.VetAsync("sun", "2026-05-16");
        await portal.VetAsync("sun", "", result: "disagree", on: "2026-03-02");
        var against = await Assert.ThrowsAsync<RefusedException>(() => portal.As("sch1").DecideAsync(trip));
        Assert.Contains("没有结论为“同意”的政审：孙敏", against.Message, StringComparison.Ordinal);
        await portal.VetAsync("sun", "2026-05-16", on: "2026-03-02");
        await portal.As("sch1").DecideAsync(trip);
        Assert.Equal("approved", await portal.StateAsync(trip));
    }

    [Fact]
    [Trait("Case", "exchange:9")]
    public async Task A_trip_is_not_approved_after_it_is_over_and_did_not_begin_before_it_was_filed()
    {
        await portal.VetAsync("sun", "2026-12-31");
        var late = await portal.DraftTripAsync("2026-05-10", "2026-05-16", ["sun"]);
        await portal.As("colA1").SubmitAsync(late);
        foreach (var account in new[] { "ieo1", "colAh", "org1", "hr1", "ieo1" })
            await portal.As(account).DecideAsync(late);
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 5, 17));
        var over = await Assert.ThrowsAsync<RefusedException>(() => portal.As("sch1").DecideAsync(late));
        Assert.Equal("出访日期已过，不予补办（第八条三）", over.Message);
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 5, 16));
        await portal.As("sch1").DecideAsync(late);
        var early = await Assert.ThrowsAsync<RefusedException>(() => portal.As("colA1").MoveAsync(late, "depart", ("actualDepartOn", "1900-01-01")));
        Assert.Equal("实际出发日期早于报备，须事先报备（第八条三）", early.Message);
        await portal.As("colA1").MoveAsync(late, "depart", ("actualDepartOn", "2026-05-10"));
    }
}
