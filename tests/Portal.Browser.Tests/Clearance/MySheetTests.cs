using System.Text;
using Microsoft.Playwright;
using Portal.Browser.Tests.Browsing;
using Portal.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Clearance;

/// <summary>我的离校 and the sheet that is printed.</summary>
public sealed class MySheetTests(BrowserPortal portal) : BrowserTest(portal), IClassFixture<BrowserPortal>
{
    private const string Url = "/graduationclearance/mysheet";

    [Fact]
    [Trait("Case", "clearance:D8")]
    public async Task An_open_sheet_says_where_to_go_and_offers_no_print()
    {
        var page = await OpenAsync("2020010102", Screen.Phone);
        await page.GotoAsync(Url);
        await Expect(page.Locator("main")).ToContainTextAsync("图书馆一楼总服务台");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "打印离校单" })).ToHaveCountAsync(0);
        await page.ExpectSoundAsync("mysheet-open");
    }

    [Fact]
    [Trait("Case", "clearance:A3")]
    public async Task The_reason_of_a_failed_step_reaches_the_student()
    {
        var desk = await OpenAsync("op1");
        await desk.FindStudentAsync("2020010103");
        await desk.Step("培养单位学工审核").GetByLabel("备注").FillAsync("未交学生证");
        await desk.DecideAsync("培养单位学工审核", "不通过");

        var student = await OpenAsync("2020010103", Screen.Phone);
        await student.GotoAsync(Url);
        await Expect(student.Locator("main")).ToContainTextAsync("未通过原因：未交学生证");
        await student.ExpectSoundAsync("mysheet-failed");
    }

    [Fact]
    [Trait("Case", "clearance:D8")]
    public async Task A_finished_sheet_is_printed_on_one_page_with_a_code()
    {
        await Roster.PassAsync(Host.Database, "2020010101", all: true);
        var page = await OpenAsync("2020010101");
        await page.GotoAsync(Url);
        await page.GetByRole(AriaRole.Link, new() { Name = "打印离校单" }).ClickAsync();
        await Expect(page.GetByAltText("校验二维码")).ToBeVisibleAsync();
        await page.ExpectSoundAsync("mysheet-print");

        await page.EvaluateAsync("() => { window.print = () => { window.printed = true; }; }");
        await page.GetByRole(AriaRole.Button, new() { Name = "打印", Exact = true }).ClickAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => window.printed === true"), "The button does not print.");

        await page.SetViewportSizeAsync(Screen.Paper.Width, Screen.Paper.Height);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator(".shell-nav")).ToBeHiddenAsync();
        await page.ExpectSoundAsync("mysheet-paper");
        var pdf = await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true });
        Assert.Equal(1, CountPages(pdf));
    }

    private static int CountPages(byte[] pdf) => Encoding.Latin1.GetString(pdf).Split("/Type /Page\n").Length - 1;
}
