using System.Net;
using Portal.InternationalExchange.Tests.Agreements;
using Portal.InternationalExchange.Tests.Trips;
using Portal.Testing;

namespace Portal.InternationalExchange.Tests;

public sealed class SqlitePageTests(CaseFixture<Sqlite> portal) : PageTests<Sqlite>(portal);

public sealed class MariaDbPageTests(CaseFixture<MariaDb> portal) : PageTests<MariaDb>(portal);

/// <summary>Cases once more over the generic pages: forms, refusals beside the button, status codes.</summary>
public abstract class PageTests<TDialect>(CaseFixture<TDialect> portal) : IClassFixture<CaseFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Records = "/workbench/records";

    [Fact]
    [Trait("Case", "exchange:1")]
    public async Task The_button_that_begins_a_project_says_why_it_may_not_begin()
    {
        var project = await portal.ProjectAsync(await portal.AgreementAsync("in-review"), "2026-03-02");
        using var college = await portal.SignInAsync("colA1");
        await college.OpenAsync($"{Records}/exchange.project/{project}");
        (await college.SubmitAsync("#move-activate")).Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("协议未生效，不得实施（第五条）", college.Page.Text, StringComparison.Ordinal);
        Assert.Equal("approved", await portal.StateAsync(project));
    }

    [Fact]
    [Trait("Case", "exchange:8")]
    public async Task Another_college_gets_no_page_of_a_draft()
    {
        var draft = await portal.DraftTripAsync("2026-05-10", "2026-05-16", ["s1"]);
        using var other = await portal.SignInAsync("colB1");
        (await other.GetAsync($"{Records}/exchange.staff-trip/{draft}")).Expect(HttpStatusCode.NotFound);
        Assert.DoesNotContain("赴泰国访问", other.Page.Text, StringComparison.Ordinal);
        await other.OpenAsync($"{Records}/exchange.staff-trip");
        Assert.DoesNotContain(await portal.NoAsync(draft), other.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "exchange:11")]
    [Trait("Case", "exchange:18")]
    public async Task Reviews_and_private_documents_are_closed_to_other_offices()
    {
        using var personnel = await portal.SignInAsync("hr1");
        (await personnel.GetAsync($"{Records}/exchange.political-review/new")).Expect(HttpStatusCode.Forbidden);
        var passport = await portal.PutAsync(TripCases.Document, "组织部", "in-custody", """{"kind":"private-passport"}""", "private", "梁栋 因私护照");
        using var office = await portal.SignInAsync("ieo1");
        (await office.GetAsync($"{Records}/exchange.travel-document/{passport}")).Expect(HttpStatusCode.NotFound);
        await office.OpenAsync($"{Records}/exchange.travel-document");
        Assert.DoesNotContain("梁栋", office.Page.TextOf("main"), StringComparison.Ordinal);
        using var organisation = await portal.SignInAsync("org1");
        await organisation.OpenAsync($"{Records}/exchange.travel-document/{passport}");
    }

    [Fact]
    public async Task A_request_goes_from_the_form_of_a_college_to_the_reply_of_the_school()
    {
        using var college = await portal.SignInAsync("colA1");
        await college.OpenAsync($"{Records}/exchange.request/new");
        (await college.SubmitAsync("button[name=_submit]", new { title = "接待来访", unitHead = "colAh", kind = "request", content = "拟于四月接待来访。" })).Expect(200);
        var address = college.Page.Url.AbsolutePath;
        foreach (var account in new[] { "colAh", "ieo1", "sch1" })
        {
            using var reviewer = await portal.SignInAsync(account);
            await reviewer.OpenAsync("/workbench/todos");
            Assert.Contains("接待来访", reviewer.Page.Text, StringComparison.Ordinal);
            await reviewer.OpenAsync(address);
            (await reviewer.SubmitAsync("#decide-form", new { _decision = "pass", _opinion = "同意" })).Expect(200);
        }

        await college.OpenAsync(address);
        Assert.Contains("已批准", college.Page.TextOf(".state"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_type_has_a_list_for_whoever_the_matrix_names()
    {
        using var office = await portal.SignInAsync("ieo1");
        foreach (var type in new ExchangeBook().Types.Where(type => type.Grants.Any(grant => grant.UnitRole == Offices.Exchange)))
            (await office.GetAsync($"{Records}/{type.Key}")).Expect(200);
        await office.OpenAsync("/");
        Assert.Contains("合作与协议", office.Page.Text, StringComparison.Ordinal);
    }
}
