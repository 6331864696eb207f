using Portal.Testing;
using Portal.Toolkit;

namespace Portal.InternationalExchange.Tests.Trips;

public sealed class SqliteDocumentTests(CaseFixture<Sqlite> portal) : DocumentTests<Sqlite>(portal);

public sealed class MariaDbDocumentTests(CaseFixture<MariaDb> portal) : DocumentTests<MariaDb>(portal);

/// <summary>Documents of trips; a due date ends at midnight after its day.</summary>
public abstract class DocumentTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    private const string Official = "return-official";

    public async Task InitializeAsync()
    {
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 3, 2));
        await portal.Database.ExecuteAsync("update toolkit_record_due set is_open = 0");
        await portal.StaffAsync(("wang", "王芳"), ("zhao", "赵刚"), ("sun", "孙敏"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    [Trait("Case", "exchange:15")]
    public async Task A_cancelled_trip_owes_no_summary_but_the_passport_within_seven_days()
    {
        var trip = await portal.ApprovedTripAsync("2026-05-10", "2026-05-16", ["wang"]);
        var passport = await portal.InCustodyAsync("wang");
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 5, 1));
        await portal.LendAsync(passport, trip);
        Assert.Equal("docs-out", await portal.StateAsync(trip));
        Assert.Equal(new DateTime(2026, 5, 24), await portal.DueAsync(passport, Official));
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 5, 3));
        await portal.As("colA1").MoveForAsync(trip, "cancel", "对方改期");
        Assert.Null(await portal.DueAsync(trip, "summary"));
        Assert.Equal(new DateTime(2026, 5, 11), await portal.DueAsync(passport, Official));
        await portal.As("ieo1").MoveAsync(passport, "return");
        Assert.Null(await portal.DueAsync(passport, Official));
        Assert.Equal("in-custody", await portal.StateAsync(passport));
    }

    [Fact]
    [Trait("Case", "exchange:16")]
    public async Task A_trip_closes_with_its_summary_and_all_documents_back()
    {
        var trip = await portal.ApprovedTripAsync("2026-05-10", "2026-05-16", ["wang", "zhao", "sun"]);
        var passports = new List<long>();
        foreach (var member in new[] { "wang", "zhao", "sun" })
            passports.Add(await portal.InCustodyAsync(member));
        foreach (var passport in passports)
            await portal.LendAsync(passport, trip);
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 5, 17));
        await portal.ReturnAsync(trip, "2026-05-10", "2026-05-16");
        await portal.As("ieo1").MoveAsync(passports[0], "return");
        await portal.As("ieo1").MoveAsync(passports[2], "return");
        await portal.SummariseAsync(trip);
        Assert.Equal("summary-filed", await portal.StateAsync(trip));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => portal.As("colA1").MoveAsync(trip, "close"));
        Assert.Contains("赵刚", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("王芳", refused.Message, StringComparison.Ordinal);
        await portal.As("ieo1").MoveAsync(passports[1], "return");
        Assert.Equal("closed", (await portal.As("colA1").MoveAsync(trip, "close")).State);
    }

    [Fact]
    public async Task What_is_owed_follows_the_dates_of_the_trip()
    {
        var trip = await portal.ApprovedTripAsync("2026-05-10", "2026-05-16", ["wang"]);
        var passport = await portal.InCustodyAsync("wang");
        await portal.LendAsync(passport, trip);
        await portal.As("colA1").AmendAsync(trip, "会期延长", ("returnOn", "2026-05-20"));
        Assert.Equal(new DateTime(2026, 5, 24), await portal.DueAsync(passport, Official));
        foreach (var account in new[] { "ieo1", "colAh", "org1", "hr1", "ieo1", "sch1" })
            await DecideChangeAsync(trip, account);
        Assert.Equal(new DateTime(2026, 5, 28), await portal.DueAsync(passport, Official));
        Assert.Equal(new DateTime(2026, 6, 5), await portal.DueAsync(trip, "summary"));
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 5, 18));
        await portal.ReturnAsync(trip, "2026-05-10", "2026-05-18");
        Assert.Equal(new DateTime(2026, 5, 26), await portal.DueAsync(passport, Official));
        await portal.As("ieo1").MoveForAsync(trip, "correct-return", "登记错误");
        await portal.As("colA1").MoveAsync(trip, "return", ("actualReturnOn", "2026-05-17"));
        Assert.Equal(new DateTime(2026, 5, 25), await portal.DueAsync(passport, Official));
        Assert.Equal(new DateTime(2026, 6, 2), await portal.DueAsync(trip, "summary"));
    }

    [Fact]
    public async Task Documents_leave_the_safe_only_for_an_approved_trip_of_their_holder()
    {
        var trip = await portal.ApprovedTripAsync("2026-05-10", "2026-05-16", ["wang"]);
        var draft = await portal.DraftTripAsync("2026-05-10", "2026-05-16", ["zhao"]);
        var (hers, his) = (await portal.InCustodyAsync("wang"), await portal.InCustodyAsync("zhao"));
        Assert.Contains("不在这次出访", (await Assert.ThrowsAsync<RefusedException>(() => portal.LendAsync(his, trip))).Message, StringComparison.Ordinal);
        Assert.Contains("还没有批准", (await Assert.ThrowsAsync<RefusedException>(() => portal.LendAsync(his, draft))).Message, StringComparison.Ordinal);
        await portal.LendAsync(hers, trip);
        Assert.Contains("已领出", (await Assert.ThrowsAsync<RefusedException>(() => portal.LendAsync(hers, trip))).Message, StringComparison.Ordinal);
        var line = Assert.Single((await portal.FindAsync(hers)).Rows("ledger"), row => row.Is("type", "lend"));
        Assert.Equal(("2026-05-23", "许文清"), (line["dueOn"], line["by"]));
    }

    [Fact]
    [Trait("Case", "exchange:15")]
    public async Task A_document_that_leaves_while_its_trip_is_cancelled_stays_or_is_owed_from_the_cancellation()
    {
        for (var round = 0; round < 3; round++)
        {
            var trip = await portal.ApprovedTripAsync("2026-05-10", "2026-05-16", ["wang", "zhao"]);
            await portal.LendAsync(await portal.InCustodyAsync("wang"), trip);
            var passport = await portal.InCustodyAsync("zhao");
            await Race.RunAsync(() => portal.LendAsync(passport, trip), () => portal.As("colA1").MoveForAsync(trip, "cancel", "对方改期"));
            Assert.Equal("cancelled", await portal.StateAsync(trip));
            Assert.Equal(await portal.StateAsync(passport) == "out" ? new DateTime(2026, 3, 10) : (DateTime?)null, await portal.DueAsync(passport, Official));
        }
    }

    [Fact]
    public async Task A_summary_is_not_filed_while_the_return_is_corrected()
    {
        var trip = await portal.ApprovedTripAsync("2026-05-10", "2026-05-16", ["sun"]);
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 5, 17));
        await portal.ReturnAsync(trip, "2026-05-10", "2026-05-16");
        var summary = (await portal.As("colA1").SubmitNewAsync(TripCases.Summary, ("trip", await portal.NoAsync(trip)), ("content", new string('结', 120)), ("discipline", "no"))).Id;
        await portal.As("ieo1").MoveForAsync(trip, "correct-return", "登记错误");
        await Assert.ThrowsAsync<RefusedException>(() => portal.As("ieo1").DecideAsync(summary));
        await portal.As("colA1").MoveAsync(trip, "return", ("actualReturnOn", "2026-05-15"));
        await portal.As("ieo1").DecideAsync(summary);
        Assert.Equal(("filed", "summary-filed"), (await portal.StateAsync(summary), await portal.StateAsync(trip)));
    }

    [Fact]
    [Trait("Case", "exchange:17")]
    public async Task A_private_document_is_kept_of_cadres_only_and_owed_seven_days_after_the_appointment()
    {
        var passport = await portal.RegisterAsync("wang", "private-passport");
        Assert.Equal(new DateTime(2026, 3, 10), await portal.DueAsync(passport.Id, "hand-in"));
        Assert.Equal("in-custody", (await portal.As("org1").MoveAsync(passport.Id, "hand-in")).State);
        Assert.Null(await portal.DueAsync(passport.Id, "hand-in"));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => portal.RegisterAsync("zhao", "private-passport", rank: "none"));
        Assert.Equal("仅限中层及以上干部（第九条一2）", refused.Message);
    }

    [Fact]
    public async Task A_private_document_is_lent_for_an_approved_reason_and_owed_ten_days_after_the_journey()
    {
        var passport = (await portal.RegisterAsync("sun", "private-hm")).Id;
        await portal.As("org1").MoveAsync(passport, "hand-in");
        await Assert.ThrowsAsync<Portal.Toolkit.Records.Input.RecordInvalidException>(() => portal.As("org1").MoveAsync(passport, "lend", ("reason", "探亲"), ("plannedReturn", "2026-04-01")));
        await Assert.ThrowsAsync<RefusedException>(() => portal.As("org1").MoveAsync(passport, "lend", ("reason", "探亲"), ("approvedBy", "书记 2026-1"), ("plannedReturn", "2026-03-01")));
        await portal.As("org1").MoveAsync(passport, "lend", ("reason", "探亲"), ("approvedBy", "书记 2026-1"), ("plannedReturn", "2026-04-01"));
        Assert.Equal(new DateTime(2026, 4, 12), await portal.DueAsync(passport, "return-private"));
    }

    [Fact]
    public async Task A_number_is_kept_once_encrypted_and_in_one_form()
    {
        var first = await portal.RegisterAsync("wang", number: " ｅ90001234 ");
        Assert.Equal("E90001234", first["number"]);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => portal.RegisterAsync("zhao", number: "E90001234"));
        Assert.Contains("已经登记过", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record where data like '%90001234%' or title like '%90001234%'"));
        Assert.Equal(0, await portal.Database.ScalarAsync<long>("select count(*) from portal_audit where coalesce(before_json, '') like '%90001234%' or coalesce(after_json, '') like '%90001234%'"));
    }

    private async Task DecideChangeAsync(long trip, string account)
    {
        var change = await portal.Database.ScalarAsync<long>("select change_id from toolkit_record where id = @trip", new { trip });
        var review = await portal.Database.ScalarAsync<long>("select review_id from toolkit_record_change where id = @change", new { change });
        await portal.As(account).DecideReviewAsync(review);
    }
}
