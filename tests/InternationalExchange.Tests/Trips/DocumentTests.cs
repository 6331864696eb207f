using Portal.Testing;
using Portal.Toolkit;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Tests.Trips;

public sealed class SqliteDocumentTests(CaseFixture<Sqlite> portal) : DocumentTests<Sqlite>(portal);

public sealed class MariaDbDocumentTests(CaseFixture<MariaDb> portal) : DocumentTests<MariaDb>(portal);

/// <summary>Documents out and back, official and private.</summary>
public abstract class DocumentTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    [Trait("Case", "exchange:15")]
    public async Task A_cancelled_trip_owes_no_summary_but_the_passport_within_a_week()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 5, 1));
        var (trip, passport) = (await portal.TripAsync("approved", "2026-05-10", "2026-05-16", "s1"), await portal.PassportAsync("s1"));
        await portal.LendAsync(passport, trip);
        Assert.Equal(("docs-out", new DateTime(2026, 5, 24)), (await portal.StateAsync(trip), await portal.DueAsync(passport, "return-official")));
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 5, 3));
        await portal.As("colA1").MoveForAsync(trip, "cancel", "对方推迟");
        Assert.Null(await portal.DueAsync(trip, "summary"));
        Assert.Equal(new DateTime(2026, 5, 11), await portal.DueAsync(passport, "return-official"));
    }

    [Fact]
    [Trait("Case", "exchange:16")]
    public async Task A_trip_is_closed_when_every_document_is_back()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 5, 1));
        var trip = await portal.TripAsync("approved", "2026-05-10", "2026-05-16", "s2", "s3", "s4");
        long[] passports = [await portal.PassportAsync("s2"), await portal.PassportAsync("s3"), await portal.PassportAsync("s4")];
        foreach (var passport in passports)
            await portal.LendAsync(passport, trip);
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 5, 18));
        await portal.As("colA1").MoveAsync(trip, "depart", ("actualDepartOn", "2026-05-10"));
        await portal.As("colA1").MoveAsync(trip, "return", ("actualReturnOn", "2026-05-18"));
        Assert.Equal(new DateTime(2026, 5, 26), await portal.DueAsync(passports[2], "return-official"));
        await portal.As("ieo1").MoveAsync(passports[0], "return");
        await portal.As("ieo1").MoveAsync(passports[1], "return");
        await portal.FileSummaryAsync(trip);
        Assert.Contains("证照还没有交回：学生4", await RefusedAsync(() => portal.As("colA1").MoveAsync(trip, "close")), StringComparison.Ordinal);
        Assert.Equal("summary-filed", await portal.StateAsync(trip));
        await portal.As("ieo1").MoveAsync(passports[2], "return");
        await portal.As("colA1").MoveAsync(trip, "close");
        Assert.Equal("closed", await portal.StateAsync(trip));
    }

    [Fact]
    [Trait("Case", "exchange:17")]
    public async Task Private_documents_are_those_of_cadres_and_handed_in_within_a_week()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 2));
        var passport = (await portal.As("org1").SubmitNewAsync(TripCases.Document, Private("colAh", "middle", "E00000001"))).Id;
        Assert.Equal(new DateTime(2026, 3, 10), await portal.DueAsync(passport, "hand-in"));
        await portal.As("org1").MoveAsync(passport, "hand-in");
        Assert.Equal(("in-custody", null), (await portal.StateAsync(passport), await portal.DueAsync(passport, "hand-in")));
        Assert.Equal("仅限中层及以上干部（第九条一2）", await RefusedAsync(() => portal.As("org1").CreateAsync(TripCases.Document, Private("s5", "none", "E00000002"))));
    }

    [Fact]
    [Trait("Case", "exchange:18")]
    public async Task The_home_office_neither_lends_nor_sees_private_documents()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 3, 2));
        var passport = (await portal.As("org1").SubmitNewAsync(TripCases.Document, Private("colBh", "middle", "E00000003"))).Id;
        await portal.As("org1").MoveAsync(passport, "hand-in");
        await Assert.ThrowsAsync<RecordNotFoundException>(() => portal.As("ieo1").MoveAsync(passport, "lend"));
        Assert.Equal("in-custody", await portal.StateAsync(passport));
        await Assert.ThrowsAsync<RecordForbiddenException>(() => portal.As("ieo1").CreateAsync(TripCases.Document, Private("colBh", "middle", "E00000004")));
    }

    [Fact]
    [Trait("Case", "exchange:lock")]
    public async Task A_document_that_is_out_is_lent_to_nobody_else_also_at_the_same_moment()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 5, 1));
        var (trip, passport) = (await portal.TripAsync("approved", "2026-05-10", "2026-05-16", "s6"), await portal.PassportAsync("s6"));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            try
            {
                await portal.LendAsync(passport, trip);
                return true;
            }
            catch (Exception exception) when (exception is StaleException or RefusedException)
            {
                return false;
            }
        })));
        Assert.Single(outcomes, lent => lent);
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record_event where record_id = @passport and label = '领用'", new { passport }));
        Assert.Contains("已领出", await RefusedAsync(() => portal.LendAsync(passport, trip)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_lent_for_an_approved_trip_of_its_holder_only()
    {
        portal.Clock.Set(ExchangeFixture<TDialect>.Day(2026, 5, 1));
        var passport = await portal.PassportAsync("s5");
        var open = await portal.TripAsync("in-review", "2026-06-10", "2026-06-16", "s5");
        var foreign = await portal.TripAsync("approved", "2026-06-10", "2026-06-16", "s1");
        Assert.Contains("还没有批准", await RefusedAsync(() => portal.LendAsync(passport, open)), StringComparison.Ordinal);
        Assert.Contains("不在这次出访的团组中", await RefusedAsync(() => portal.LendAsync(passport, foreign)), StringComparison.Ordinal);
    }

    private static (string Field, string Value)[] Private(string holder, string rank, string number) =>
    [
        ("kind", "private-passport"), ("holder", holder), ("holderUnit", "工程学院"), ("rank", rank), ("appointedOn", "2026-03-02"), ("number", number), ("issuedOn", "2024-01-01"), ("expiresOn", "2034-01-01"),
    ];

    private static async Task<string> RefusedAsync(Func<Task> body) => (await Assert.ThrowsAsync<RefusedException>(body)).Message;
}
