using Portal.InternationalExchange.Tests.Trips;
using Portal.Testing;

namespace Portal.InternationalExchange.Tests.Pages;

/// <summary>Whatever is refused leaves one line in the log, with ids alone: no names, accounts, titles or numbers of documents.</summary>
public abstract class RefusalLogTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Records = "/workbench/records";
    private const string Settings = $"{Records}/settings/internationalexchange";

    [Fact]
    [Trait("Case", "exchange:8")]
    public async Task A_draft_of_another_college()
    {
        var draft = await portal.DraftTripAsync("2026-05-10", "2026-05-16", ["s1"]);
        using var other = await portal.SignInAsync("colB1");
        await AssertAsync("colB1", "GET", $"{Records}/exchange.staff-trip/{draft}", 404, async url => (await other.GetAsync(url)).Expect(404));
        await AssertAsync("colB1", "GET", $"/internationalexchange/trips/{draft}/print", 404, async url => (await other.GetAsync(url)).Expect(404));
    }

    [Fact]
    [Trait("Case", "exchange:18")]
    public async Task The_private_documents_of_another_office()
    {
        var passport = await portal.PutAsync(TripCases.Document, "组织部", "in-custody", """{"kind":"private-passport"}""", "private", "梁栋 因私护照 E7123");
        using var office = await portal.SignInAsync("ieo1");
        await AssertAsync("ieo1", "GET", $"{Records}/exchange.travel-document/{passport}", 404, async url => (await office.GetAsync(url)).Expect(404));
        await office.OpenAsync("/internationalexchange/documents/official");
        office.Page.Find("form[role=search]").SetAttribute("action", "/internationalexchange/documents/private/lend");
        await AssertAsync("ieo1", "POST", "/internationalexchange/documents/private/lend", 403, async _ => (await office.SubmitAsync("form[role=search]")).Expect(403));
        Assert.Equal("in-custody", await portal.StateAsync(passport));
    }

    [Fact]
    [Trait("Case", "exchange:31")]
    public async Task An_admission_by_a_college()
    {
        using var college = await portal.SignInAsync("colA1");
        await AssertAsync("colA1", "GET", $"{Records}/exchange.intl-student/new", 403, async url => (await college.GetAsync(url)).Expect(403));
        await college.OpenAsync($"{Records}/exchange.event/new");
        college.Page.Find("main form[method=post]").SetAttribute("action", $"{Records}/exchange.intl-student/new");
        await AssertAsync(
            "colA1", "POST", $"{Records}/exchange.intl-student/new", 403, async _ => (await college.SubmitAsync("main form[method=post]", new { title = "Nguyen Van An" })).Expect(403));
    }

    [Fact]
    public async Task Lists_settings_imports_and_pages_without_the_permission()
    {
        using var office = await portal.SignInAsync("ieo1");
        await AssertAsync("ieo1", "GET", $"{Records}/exchange.nothing", 404, async url => (await office.GetAsync(url)).Expect(404));
        await office.OpenAsync(Settings);
        await AssertAsync("ieo1", "POST", Settings, 422, async _ => (await office.SubmitAsync("form:has(input[name=key][value='event.reportDays'])", new { value = "王芳" })).Expect(422));
        using var college = await portal.SignInAsync("colA1");
        await AssertAsync("colA1", "GET", Settings, 404, async url => (await college.GetAsync(url)).Expect(404));
        await AssertAsync("colA1", "GET", $"{Records}/exchange.travel-document/import", 404, async url => (await college.GetAsync(url)).Expect(404));
        using var admission = await portal.SignInAsync("sie1");
        await admission.OpenAsync($"{Records}/exchange.intl-student/import");
        await AssertAsync("sie1", "POST", $"{Records}/exchange.intl-student/import", 422, async _ => (await admission.SubmitAsync("main form[enctype='multipart/form-data']")).Expect(422));
        using var librarian = await portal.SignInAsync("lib1");
        await AssertAsync("lib1", "GET", "/internationalexchange/statistics", 403, async url => (await librarian.GetAsync(url)).Expect(403));
    }

    private async Task AssertAsync(string account, string method, string path, int status, Func<string, Task> act)
    {
        var before = portal.Factory.Log.Refusals.Count;
        await act($"{path}?q=%E7%8E%8B%E8%8A%B3");
        var line = Assert.Single(portal.Factory.Log.Refusals.Skip(before));
        var unit = await portal.Database.ScalarAsync<long>("select min(unit_id) from organisation_post where person_id = (select id from organisation_person where account = @account)", new { account });
        Assert.Equal($"{method} {path} of person {await portal.PersonIdAsync(account)} at unit {unit} was refused with {status}", line);
    }
}

public sealed class SqliteRefusalLogTests(CaseFixture<Sqlite> portal) : RefusalLogTests<Sqlite>(portal);

public sealed class MariaDbRefusalLogTests(CaseFixture<MariaDb> portal) : RefusalLogTests<MariaDb>(portal);
