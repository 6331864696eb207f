using Microsoft.Playwright;
using Portal.Browser.Tests.Browsing;
using Portal.Browser.Tests.Pages;
using Portal.Testing;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Exchange;

/// <summary>A staff trip from its filing until it is closed: head, political review, personnel, home office and school each at a window of their own; documents out and back.</summary>
public sealed class StaffTripJourneyTests(ExchangePortal portal) : BrowserTest<Sqlite>(portal), IClassFixture<ExchangePortal>
{
    private const string Desk = "/internationalexchange/documents/official";

    [Fact]
    [Trait("Case", "exchange:10")]
    public async Task A_trip_is_filed_vetted_approved_made_summarised_and_closed()
    {
        AllowStatus(422);
        var college = await OpenAsync("colA1");
        var (trip, no) = await FiledAsync(college);
        await VetAsync(await OpenAsync("org1"));
        foreach (var account in new[] { "ieo1", "colAh", "org1", "hr1", "ieo1", "sch1" })
            await (await OpenAsync(account)).PassAsync(trip);

        var office = await OpenAsync("ieo1");
        await RegisterAsync(office);
        await HandOverAsync(office, "登记上交");
        await HandOverAsync(office, "领用", no);
        await office.ExpectSoundAsync("trip-desk-lent");
        await college.GotoAsync(trip);
        await Expect(college.Locator("#trip-members")).ToContainTextAsync("应于 2026-05-23 前交回");
        await college.ExpectSoundAsync("trip-documents-out");
        await college.GetByRole(AriaRole.Link, new() { Name = "打印报备表、任务书" }).ClickAsync();
        await Expect(college.Locator("h1")).ToContainTextAsync("任务书");
        await college.ExpectSoundAsync("trip-sheet");

        await TravelAsync(trip);
        await LookAtLocksAsync(no);
        await SettleAsync(trip);
    }

    private static async Task<(string Address, string No)> FiledAsync(IPage college)
    {
        var trip = await college.DraftAsync(
            "exchange.staff-trip",
            ("title", "赴泰国清迈大学商谈合作"), ("unitHead", "colAh"), ("kind", "visit"), ("mode", "single"), ("members[0].person", "colA1"), ("members[0].role", "leader"),
            ("members[0].post", "外事员"), ("countries", "泰国"), ("departOn", "2026-05-10"), ("returnOn", "2026-05-16"), ("inviter", "清迈大学"), ("task", "商谈学生交换"),
            ("itinerary[0].day", "2026-05-10"), ("itinerary[0].place", "清迈"), ("funding", "学院经费"), ("budget", "50000"), ("pledge", "true"));
        await college.AttachAsync("invitation");
        await college.ExpectSoundAsync("trip-draft");
        await college.SubmitAsync();
        await Expect(college.Locator("#trip-members")).ToContainTextAsync("没有政审");
        return (trip, await college.Locator(".id-number").First.InnerTextAsync());
    }

    private static async Task VetAsync(IPage personnel)
    {
        await personnel.DraftAsync(
            "exchange.political-review",
            ("personType", "staff"), ("person", "colA1"), ("personUnit", "工程学院"), ("purpose", "trip"), ("result", "agree"), ("reviewedOn", "2026-03-02"), ("validTo", "2026-12-31"));
        await personnel.SubmitAsync();
    }

    private static async Task RegisterAsync(IPage office)
    {
        await office.DraftAsync(
            "exchange.travel-document",
            ("kind", "official-passport"), ("holder", "colA1"), ("holderUnit", "工程学院"), ("number", "E12345678"), ("issuedOn", "2024-01-01"), ("expiresOn", "2028-12-31"));
        await office.SubmitAsync();
    }

    private static async Task HandOverAsync(IPage office, string button, string? trip = null)
    {
        await office.GotoAsync(Desk);
        await office.Locator("#documents tbody input[name=ticks]").First.CheckAsync();
        await office.Locator(".selection-bar").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        if (trip is not null)
        {
            await office.GetByRole(AriaRole.Button, new() { Name = $"{button} 1 本" }).ClickAsync();
            await Expect(office.Locator("#main")).ToContainTextAsync("请填写出访");
            await office.ExpectSoundAsync("trip-handover");
            await office.Locator("#trip").FillAsync(trip);
        }

        await office.GetByRole(AriaRole.Button, new() { Name = $"{button} 1 本" }).ClickAsync();
        await Expect(office.Message()).ToContainTextAsync($"已{button} 1 本");
    }

    // Sessions end long before the next of these days: everybody signs in anew.
    private async Task TravelAsync(string trip)
    {
        portal.Clock.Set(ExchangePortal.Day(2026, 5, 17));
        var college = await OpenAsync("colA1");
        await college.GotoAsync(trip);
        await college.MoveAsync("depart", ("actualDepartOn", "2026-05-10"));
        await Expect(college.Locator("#move-return")).ToHaveCountAsync(1);
        await college.MoveAsync("return", ("actualReturnOn", "2026-05-16"), ("actualCost", "42000"));
        await Expect(college.Locator("#trip-tasks")).ToContainTextAsync("提交出访总结，截止 2026-05-31");
    }

    private async Task LookAtLocksAsync(string no)
    {
        portal.Clock.Set(ExchangePortal.Day(2026, 6, 1));
        var office = await OpenAsync("ieo1");
        await office.GotoAsync("/internationalexchange/trips/locks");
        await Expect(office.Locator("#locks")).ToContainTextAsync(no);
        await Expect(office.Locator("#locks")).ToContainTextAsync("****5678");
        await office.ExpectSoundAsync("trip-locks");
    }

    private async Task SettleAsync(string trip)
    {
        var college = await OpenAsync("colA1");
        await college.GotoAsync(trip);
        await college.Locator("#trip-tasks a").ClickAsync();
        await Expect(college.Locator("[name=trip]").First).Not.ToHaveValueAsync("");
        await college.Locator("[name=content]").FillAsync(new string('结', 120));
        await college.Locator("[name=discipline][value=no]").CheckAsync();
        await college.Locator("#save").ClickAsync();
        await college.SubmitAsync();
        var summary = new Uri(college.Url).AbsolutePath;
        var office = await OpenAsync("ieo1", Screen.Phone);
        await office.PassAsync(summary);
        await college.GotoAsync(trip);
        await college.MoveAsync("close");
        await Expect(college.Locator("#main")).ToContainTextAsync("证照还没有交回：秦川");
        await HandOverAsync(await OpenAsync("ieo1"), "归还");
        await college.GotoAsync(trip);
        await college.MoveAsync("close");
        await Expect(college.Locator("main .state").First).ToContainTextAsync("已办结");
        await college.ExpectSoundAsync("trip-closed");
    }
}
