using System.Globalization;
using System.Net;
using Portal.Testing;
using Portal.Toolkit;

namespace Portal.InternationalExchange.Tests.Trips;

public sealed class SqliteLockTests(CaseFixture<Sqlite> portal) : LockTests<Sqlite>(portal);

public sealed class MariaDbLockTests(CaseFixture<MariaDb> portal) : LockTests<MariaDb>(portal);

/// <summary>The summary of a trip that ended on 16 May is owed by 31 May.</summary>
[Trait("Case", "exchange:13")]
public abstract class LockTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    private static int _count;

    public async Task InitializeAsync()
    {
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 3, 2));

        // What earlier tests left owed would lock the college for the next one.
        await portal.Database.ExecuteAsync("update toolkit_record_due set is_open = 0");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Whoever_owes_a_summary_joins_no_new_trip_until_it_is_accepted()
    {
        var (wang, zhao) = await TwoAsync();
        var owed = await ReturnedAsync(wang);
        var trip = await portal.DraftTripAsync("2026-09-10", "2026-09-16", [zhao, wang]);
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 6, 1));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => portal.As("colA1").SubmitAsync(trip));
        Assert.Contains(await portal.NoAsync(owed), refused.Message, StringComparison.Ordinal);
        Assert.Contains("王芳", refused.Message, StringComparison.Ordinal);
        Assert.Contains("出访总结", refused.Message, StringComparison.Ordinal);
        await portal.SummariseAsync(owed);
        Assert.Equal("in-review", (await portal.As("colA1").SubmitAsync(trip)).State);
    }

    [Fact]
    public async Task Another_college_is_told_what_is_owed_but_not_of_which_trip()
    {
        var (wang, _) = await TwoAsync();
        var owed = await ReturnedAsync(wang);
        var trip = await portal.DraftTripAsync("2026-09-10", "2026-09-16", [wang], "colB1", "colBh");
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 6, 1));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => portal.As("colB1").SubmitAsync(trip));
        Assert.Contains("王芳 有逾期未交的出访总结（工程学院的因公出国）", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(await portal.NoAsync(owed), refused.Message, StringComparison.Ordinal);
        var panel = await (await portal.SignInAsync("colB1")).OpenAsync($"/workbench/records/exchange.staff-trip/{trip}");
        Assert.Contains("王芳 有逾期未交的出访总结（因公出国）", panel.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await portal.NoAsync(owed), panel.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_last_day_nobody_is_locked()
    {
        var (wang, _) = await TwoAsync();
        await ReturnedAsync(wang);
        var trip = await portal.DraftTripAsync("2026-09-10", "2026-09-16", [wang]);
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 5, 31));
        Assert.Equal("in-review", (await portal.As("colA1").SubmitAsync(trip)).State);
    }

    [Fact]
    public async Task A_document_owed_too_late_locks_its_holder_alone()
    {
        var (wang, zhao) = await TwoAsync();
        var trip = await portal.ApprovedTripAsync("2026-05-10", "2026-05-16", [wang, zhao]);
        var document = await portal.InCustodyAsync(wang);
        await portal.LendAsync(document, trip);
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 5, 24));
        await portal.ReturnAsync(trip, "2026-05-10", "2026-05-16");
        var refused = await Assert.ThrowsAsync<RefusedException>(() => SubmitAsync(wang));
        Assert.Contains("因公证照", refused.Message, StringComparison.Ordinal);
        await SubmitAsync(zhao);
        await portal.As("ieo1").MoveAsync(document, "return");
        await SubmitAsync(wang);
    }

    [Fact]
    [Trait("Case", "exchange:lock")]
    public async Task After_thirty_days_the_unit_is_locked_and_other_units_are_not()
    {
        var (wang, zhao) = await TwoAsync();
        var owed = await ReturnedAsync(wang);
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 6, 30));
        await SubmitAsync(zhao);
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 7, 1));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => SubmitAsync(zhao));
        Assert.Contains("逾期超过30天", refused.Message, StringComparison.Ordinal);
        Assert.Contains(await portal.NoAsync(owed), refused.Message, StringComparison.Ordinal);
        var other = await portal.DraftTripAsync("2026-09-10", "2026-09-16", [zhao], "colB1", "colBh");
        Assert.Equal("in-review", (await portal.As("colB1").SubmitAsync(other)).State);
    }

    [Fact]
    public async Task The_home_office_lifts_a_lock_with_a_reason_for_a_time()
    {
        var (wang, _) = await TwoAsync();
        var owed = await ReturnedAsync(wang);
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 6, 2));
        await Assert.ThrowsAsync<RefusedException>(() => SubmitAsync(wang));
        var office = await portal.SignInAsync("ieo1");
        (await office.OpenAsync("/internationalexchange/trips/locks")).Find($"#lock-{owed}");
        var form = $"#lock-{owed} form";
        (await office.SubmitAsync(form, Lift("", "2026-06-10"))).Expect(HttpStatusCode.UnprocessableEntity);
        (await office.SubmitAsync(form, Lift("出访任务紧急", "2026-06-01"))).Expect(HttpStatusCode.UnprocessableEntity);
        (await office.SubmitAsync(form, Lift("出访任务紧急", "2026-06-10"))).Expect(HttpStatusCode.OK);
        Assert.Contains("已解除至 2026-06-10", office.Page.Find($"#lock-{owed}").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record_event where record_id = @owed and text = '出访任务紧急'", new { owed }));
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from portal_audit where subject = @subject and action like '%解除出访限制'", new { subject = $"record:{owed}" }));
        await SubmitAsync(wang);
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 6, 11));
        await Assert.ThrowsAsync<RefusedException>(() => SubmitAsync(wang));
    }

    [Fact]
    public async Task Nobody_else_sees_or_lifts_locks()
    {
        foreach (var account in new[] { "colA1", "org1", "hr1", "sch1" })
            (await (await portal.SignInAsync(account)).GetAsync("/internationalexchange/trips/locks")).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_private_document_locks_without_being_named()
    {
        var (li, _) = await TwoAsync();
        var document = (await portal.RegisterAsync(li, "private-passport")).Id;
        await portal.As("org1").MoveAsync(document, "hand-in");
        await portal.As("org1").MoveAsync(document, "lend", ("reason", "探亲"), ("approvedBy", "书记 2026-1"), ("plannedReturn", "2026-04-01"));
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 4, 12));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => SubmitAsync(li));
        Assert.DoesNotContain("因私", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(await portal.NoAsync(document), refused.Message, StringComparison.Ordinal);
        var locks = await (await portal.SignInAsync("ieo1")).OpenAsync("/internationalexchange/trips/locks");
        var row = locks.Find($"#lock-{document}");
        Assert.DoesNotContain(await portal.NoAsync(document), row.TextContent, StringComparison.Ordinal);
        Assert.Empty(row.QuerySelectorAll("a, form"));
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 6, 12));
        await SubmitAsync((await TwoAsync()).Second);
    }

    [Fact]
    public async Task Somebody_locked_does_not_join_by_a_change_request()
    {
        var (wang, zhao) = await TwoAsync();
        var trip = await portal.ApprovedTripAsync("2026-09-10", "2026-09-16", [zhao]);
        await ReturnedAsync(wang);
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 6, 2));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => portal.As("colA1").AmendAsync(
            trip,
            "增加一名成员",
            ("members[0].person", zhao), ("members[0].role", "leader"), ("members[0].post", "教师"), ("members[1].person", wang), ("members[1].role", "member"), ("members[1].post", "教师")));
        Assert.Contains("王芳", refused.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, object?> Lift(string reason, string until) => new() { ["Lift.Reason"] = reason, ["Lift.Until"] = until };

    private async Task<(string First, string Second)> TwoAsync()
    {
        var number = Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        await portal.StaffAsync(($"wang{number}", "王芳"), ($"zhao{number}", "赵刚"));
        return ($"wang{number}", $"zhao{number}");
    }

    private async Task<long> ReturnedAsync(string member)
    {
        var trip = await portal.ApprovedTripAsync("2026-05-10", "2026-05-16", [member]);
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 5, 17));
        await portal.ReturnAsync(trip, "2026-05-10", "2026-05-16");
        return trip;
    }

    private async Task SubmitAsync(string member) => await portal.As("colA1").SubmitAsync(await portal.DraftTripAsync("2026-11-10", "2026-11-16", [member]));
}
