using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Portal.InternationalExchange.Pages.Documents;
using Portal.InternationalExchange.Trips;
using Portal.Testing;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;

namespace Portal.InternationalExchange.Tests.Trips;

public sealed class SqliteDocumentDeskTests(CaseFixture<Sqlite> portal) : DocumentDeskTests<Sqlite>(portal);

public sealed class MariaDbDocumentDeskTests(CaseFixture<MariaDb> portal) : DocumentDeskTests<MariaDb>(portal);

public abstract class DocumentDeskTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    private const int Rounds = 50;
    private const string Desk = "/internationalexchange/documents/official";
    private const string OtherDesk = "/internationalexchange/documents/private";

    public async Task InitializeAsync()
    {
        portal.Clock.Set(CaseFixture<TDialect>.Day(2026, 3, 2));
        await portal.Database.ExecuteAsync("update toolkit_record_due set is_open = 0");
        await portal.StaffAsync(("wang", "王芳"), ("zhao", "赵刚"), ("li", "李强"), ("qian", "钱进"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    [Trait("Case", "exchange:lock")]
    public async Task Two_who_lend_at_once_leave_one_line()
    {
        var trip = await portal.ApprovedTripAsync("2026-05-10", "2026-05-16", ["wang"]);
        var passport = await portal.InCustodyAsync("wang");
        for (var round = 0; round < Rounds; round++)
        {
            var seen = (await portal.FindAsync(passport)).Row.Version;
            var results = await Task.WhenAll(LendAsync("ieo1", passport, seen, trip), LendAsync("ieoh", passport, seen, trip));
            Assert.Equal(1, results.Sum(result => result.Done.Count));
            Assert.Contains("已领出", Assert.Single(results.SelectMany(result => result.Refused)), StringComparison.Ordinal);
            Assert.Equal(round + 1, (await portal.FindAsync(passport)).Rows("ledger").Count(row => row.Is("type", "lend")));
            await portal.As("ieo1").MoveAsync(passport, "return");
        }
    }

    [Fact]
    public async Task Several_are_lent_and_returned_by_ticking()
    {
        var trip = await portal.ApprovedTripAsync("2026-05-10", "2026-05-16", ["wang", "zhao"]);
        long[] passports = [await portal.InCustodyAsync("wang"), await portal.InCustodyAsync("zhao"), await portal.InCustodyAsync("li")];
        var office = await portal.SignInAsync("ieo1");
        await office.OpenAsync(Desk);
        var ticks = passports.Select(id => office.Page.Find($"input[name=ticks][value^='{id}.']").GetAttribute("value")!).ToArray();
        await office.SubmitAsync("form[data-selection]", new { ticks });
        (await office.SubmitAsync("main form", new Dictionary<string, object?> { ["trip"] = "CF-2026-9999" })).Expect(HttpStatusCode.UnprocessableEntity);
        (await office.SubmitAsync("main form", new Dictionary<string, object?> { ["trip"] = await portal.NoAsync(trip) })).Expect(HttpStatusCode.OK);
        Assert.Contains("领用 2 本", office.Page.ToString(), StringComparison.Ordinal);
        Assert.Contains("李强", office.Page.Find(".alert-danger").TextContent, StringComparison.Ordinal);
        Assert.Equal(["out", "out", "in-custody"], [await portal.StateAsync(passports[0]), await portal.StateAsync(passports[1]), await portal.StateAsync(passports[2])]);
        await office.OpenAsync(Desk);
        ticks = [.. passports.Select(id => office.Page.Find($"input[name=ticks][value^='{id}.']").GetAttribute("value")!)];
        await office.SubmitAsync("form[data-selection] button[formaction$='/return']", new { ticks });
        Assert.Contains("李强", office.Page.Find(".alert-warning").TextContent, StringComparison.Ordinal);
        (await office.SubmitAsync("main form")).Expect(HttpStatusCode.OK);
        Assert.Contains("归还 2 本", office.Page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "exchange:18")]
    public async Task The_desk_of_private_documents_is_not_there_for_the_home_office()
    {
        var passport = (await portal.RegisterAsync("li", "private-passport", number: "E71234567")).Id;
        foreach (var account in new[] { "colA1", "ieo1" })
            Assert.DoesNotContain("因私", (await (await portal.SignInAsync(account)).OpenAsync("/workbench/dues?all=true")).Find("main").TextContent, StringComparison.Ordinal);
        await portal.As("org1").MoveAsync(passport, "hand-in");
        var office = await portal.SignInAsync("ieo1");
        (await office.GetAsync(OtherDesk)).Expect(HttpStatusCode.NotFound);
        (await office.GetAsync($"{OtherDesk}/lend?ticks={passport}.2")).Expect(HttpStatusCode.NotFound);
        (await office.GetAsync($"/workbench/records/{TripCases.Document}/{passport}")).Expect(HttpStatusCode.NotFound);
        Assert.DoesNotContain(await portal.NoAsync(passport), (await office.OpenAsync($"/workbench/records/{TripCases.Document}")).Find("main").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("因私证照保管", (await office.OpenAsync(Desk)).ToString(), StringComparison.Ordinal);

        office.Page.Find("form[role=search]").SetAttribute("action", $"{OtherDesk}/lend");
        (await office.SubmitAsync("form[role=search]")).Expect(HttpStatusCode.Forbidden);
        await Assert.ThrowsAsync<RecordNotFoundException>(() => portal.As("ieo1").MoveAsync(passport, "lend", ("reason", "x"), ("approvedBy", "y"), ("plannedReturn", "2026-04-01")));
        Assert.Equal("in-custody", await portal.StateAsync(passport));
        (await (await portal.SignInAsync("org1")).OpenAsync(OtherDesk)).Find($"input[name=ticks][value^='{passport}.']");
        foreach (var account in new[] { "hr1", "colA1", "sch1" })
            (await (await portal.SignInAsync(account)).GetAsync(OtherDesk)).Expect(HttpStatusCode.NotFound);
        (await (await portal.SignInAsync("org1")).GetAsync(Desk)).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_document_is_found_by_holder_by_the_end_of_its_number_and_by_the_whole_number_in_no_address()
    {
        await portal.RegisterAsync("wang");
        var passport = (await portal.RegisterAsync("qian", number: "E81234567")).Id;
        var no = await portal.NoAsync(passport);
        var office = await portal.SignInAsync("ieo1");
        foreach (var text in new[] { "钱进", "4567", " e81234567 ", "Ｅ81234567", no })
        {
            await office.OpenAsync(Desk);
            (await office.SubmitAsync("form[role=search]", new { q = text })).Expect(HttpStatusCode.OK);
            Assert.Contains(no, Assert.Single(office.Page.Document.QuerySelectorAll("#documents tbody tr")).TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("81234567", office.Page.Url.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("E81234567", office.Page.Find("#documents").TextContent, StringComparison.Ordinal);
        }

        await office.OpenAsync(Desk);
        await office.SubmitAsync("form[role=search]", new { q = "E81234568" });
        Assert.Contains("没有这个证号", office.Page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_number_is_shown_to_its_keeper_and_noted()
    {
        var passport = (await portal.RegisterAsync("wang", number: "E86664321")).Id;
        var url = $"/workbench/records/{TripCases.Document}/{passport}";
        Assert.Contains("E86664321", (await (await portal.SignInAsync("ieo1")).OpenAsync(url)).ToString(), StringComparison.Ordinal);
        var noted = await portal.Database.ScalarAsync<long>("select count(*) from portal_audit where subject = @subject and action like '%查看'", new { subject = $"record:{passport}" });
        Assert.True(noted > 0, "Nobody noted that the number was read.");
        foreach (var account in new[] { "sch1", "colA1" })
            Assert.DoesNotContain("E86664321", (await (await portal.SignInAsync(account)).OpenAsync(url)).ToString(), StringComparison.Ordinal);
    }

    private async Task<DocumentHandover> LendAsync(string account, long passport, long version, long trip)
    {
        await using var scope = await portal.EnterAsync(account);
        var type = scope.ServiceProvider.GetRequiredService<RecordCatalog>().Get(TripCases.Document);
        var form = new[] { KeyValuePair.Create("trip", new StringValues(await portal.NoAsync(trip))) };
        var input = await scope.ServiceProvider.GetRequiredService<RecordInputService>().ReadAsync(type, form, field => field.Id == "trip", withCommon: false, CancellationToken.None);
        return await scope.ServiceProvider.GetRequiredService<DocumentDeskCommands>()
            .RunAsync(DocumentDesk.Official, "lend", [new(passport, version)], input, null, CancellationToken.None);
    }
}
