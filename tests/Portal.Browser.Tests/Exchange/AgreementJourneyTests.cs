using Microsoft.Playwright;
using Portal.Browser.Tests.Browsing;
using Portal.Browser.Tests.Pages;
using Portal.Testing;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Exchange;

/// <summary>From a partner to an event, everybody at a window of his own: nothing begins before the agreement is in force (Art. 5).</summary>
public sealed class AgreementJourneyTests(ExchangePortal portal) : BrowserTest<Sqlite>(portal), IClassFixture<ExchangePortal>
{
    private static readonly (string Field, string Value)[] _head = [("unitHead", "colAh"), ("level", "school")];

    private static readonly string[] _pages = ["/internationalexchange/agreements", "/internationalexchange/agreements/countries", "/internationalexchange/statistics"];

    private readonly Dictionary<string, IPage> _windows = [];

    [Fact]
    [Trait("Case", "exchange:2")]
    public async Task An_agreement_is_reviewed_and_signed_and_carries_a_project_and_an_event_from_its_day_on()
    {
        AllowStatus(409);
        AllowStatus(422);
        var college = await OpenAsync("colA1");
        var partner = await PartnerAsync(college);
        var agreement = await AgreementAsync(college, partner);
        college = await OnAsync(3, 10);
        await SignAsync(agreement);
        var project = await ProjectAsync(college, agreement);
        var happening = await EventAsync(college, agreement);

        college = await OnAsync(3, 31);
        await college.GotoAsync(project);
        await college.MoveAsync("activate");
        await Expect(college.Locator("#main")).ToContainTextAsync("协议未生效，不得实施（第五条）");
        college = await OnAsync(4, 1);
        foreach (var (address, state) in new[] { (project, "实施中"), (happening, "筹办中") })
        {
            await college.GotoAsync(address);
            await college.MoveAsync("activate");
            await Expect(college.Locator("main .state").First).ToContainTextAsync(state);
        }

        await college.GotoAsync(agreement);
        await Expect(college.Locator("#resting")).ToContainTextAsync("实施中");
        await college.ExpectSoundAsync("agreement-effective");
        await LookAsync(await OpenAsync("ieo1"));
        await RenewAsync(college, agreement);
    }

    // Sessions end long before the next of these days.
    private async Task<IPage> OnAsync(int month, int day)
    {
        portal.Clock.Set(ExchangePortal.Day(2026, month, day));
        _windows.Clear();
        return await OpenAsync("colA1");
    }

    private async Task<string> PartnerAsync(IPage college)
    {
        var address = await college.DraftAsync(
            "exchange.partner", ("nameCn", "德累斯顿工业大学"), ("nameLocal", "TU Dresden"), ("type", "university"), ("country", "DE"), ("legalStatus", "州立大学"));
        await college.SubmitAsync();
        await PassAsync(address, "ieo1");
        return await NumberAsync(college, address);
    }

    private async Task<string> AgreementAsync(IPage college, string partner)
    {
        var address = await college.DraftAsync(
            "exchange.agreement",
            [.. _head, ("title", "学生交换协议"), ("kind", "exchange"), ("partners", partner), ("signLevel", "school"), ("topics", "teaching"), ("checks", "interests,equal,secrets"),
                ("effectiveFrom", "2026-04-01"), ("expiresOn", "2029-03-31")]);
        await college.AttachAsync("textCn");
        await college.AttachAsync("textForeign");
        await college.SubmitAsync();
        await PassAsync(address, "colAh", "aao1", "ieo1", "law1", "sch1");
        await _windows["ieo1"].GotoAsync(address);
        await _windows["ieo1"].ExpectSoundAsync("agreement-to-sign");
        return address;
    }

    private async Task SignAsync(string agreement)
    {
        var signatory = await OpenAsync("leg1");
        await signatory.GotoAsync(agreement);
        await signatory.MoveAsync("sign", ("contractNo", "HT-2026-7"), ("signatory", "章明礼"), ("signAs", "legal"), ("ourSignedOn", "2026-03-10"), ("partnerSignedOn", "2026-03-10"));
        await Expect(signatory.Locator("main")).ToContainTextAsync("2026-04-01 起才生效");
        await Expect(signatory.Locator("main")).ToContainTextAsync("未生效");
    }

    private async Task<string> ProjectAsync(IPage college, string agreement)
    {
        var address = await college.DraftAsync(
            "exchange.project",
            [.. _head, ("title", "机电专业学生交换项目"), ("kind", "exchange"), ("agreements", await NumberAsync(college, agreement)), ("startOn", "2026-04-01"), ("endOn", "2028-12-31"), ("goal", "每年互派四名学生")]);
        await college.SubmitAsync();
        await PassAsync(address, "colAh", "aao1", "ieo1", "sch1");
        return address;
    }

    private async Task<string> EventAsync(IPage college, string agreement)
    {
        var address = await college.DraftAsync(
            "exchange.event",
            [.. _head, ("title", "中德职业教育论坛"), ("kind", "talk"), ("nameEn", "Sino-German Forum"), ("hosts", "工程学院"), ("place", "图书馆报告厅"), ("startOn", "2026-09-10"), ("endOn", "2026-09-11"),
                ("funding", "学院自筹"), ("ngo", "false"), ("agreements", await NumberAsync(college, agreement)), ("pledge", "true")]);
        await college.AttachAsync("agenda");
        await college.SubmitAsync();
        await PassAsync(address, "colAh", "ieo1", "sch1");
        return address;
    }

    private static async Task LookAsync(IPage page)
    {
        await page.GotoAsync("/internationalexchange/agreements");
        await Expect(page.Locator("#agreements tbody tr")).ToContainTextAsync(["有效"]);
        foreach (var (screen, address) in from address in _pages from screen in new[] { Screen.Desktop, Screen.Phone } select (screen, address))
        {
            await page.SetViewportSizeAsync(screen.Width, screen.Height);
            await page.GotoAsync(address);
            await page.ExpectSoundAsync();
        }
    }

    private static async Task RenewAsync(IPage college, string agreement)
    {
        await college.GotoAsync(agreement);
        await college.GetByRole(AriaRole.Link, new() { Name = "续签" }).ClickAsync();
        await college.ExpectSoundAsync("agreement-renew");
        await Expect(college.Locator("#from")).ToHaveValueAsync("2029-04-01");
        await Expect(college.Locator("#to")).ToHaveValueAsync("2032-03-31");
        await college.GetByRole(AriaRole.Button, new() { Name = "生成续签的协议" }).ClickAsync();
        await Expect(college.Locator("h1")).ToHaveTextAsync("学生交换协议（续签）");
    }

    private async Task PassAsync(string address, params string[] accounts)
    {
        foreach (var account in accounts)
        {
            if (!_windows.ContainsKey(account))
                _windows[account] = await OpenAsync(account);
            await _windows[account].PassAsync(address);
        }
    }

    private async Task<string> NumberAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        var id = long.Parse(address.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        return await Host.Database.ScalarAsync<string>("select no from toolkit_record where id = @id", new { id });
    }
}
