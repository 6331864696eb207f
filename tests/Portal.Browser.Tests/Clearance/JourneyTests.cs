using Microsoft.Playwright;
using Portal.Browser.Tests.Browsing;
using Portal.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Clearance;

/// <summary>One student's way through the offices, seen from every desk.</summary>
public sealed class JourneyTests(BrowserPortal portal) : BrowserTest(portal), IClassFixture<BrowserPortal>
{
    private const string StudentNo = "2020010101";
    private const string Sheet = "/graduationclearance/mysheet";

    [Fact]
    [Trait("Case", "clearance:A9")]
    [Trait("Case", "clearance:D9")]
    public async Task From_the_first_office_to_the_certificate()
    {
        var student = await OpenAsync(StudentNo, Screen.Phone);
        await student.GotoAsync(Sheet);
        await Expect(student.Locator("main")).ToContainTextAsync("已办结 0 /");

        var training = await OpenAsync("op1");
        await training.FindStudentAsync(StudentNo);
        await training.Step("提交毕业生登记表").GetByLabel("通过", new() { Exact = true }).CheckAsync();
        await training.Step("提交毕业生登记表").GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await Expect(training.GetByRole(AriaRole.Alert)).ToContainTextAsync("前置环节【培养单位学工审核】未通过");

        foreach (var (account, step) in new[] { ("sup1", "导师审核"), ("lib1", "图书馆"), ("fin1", "财务清算"), ("op1", "培养单位学工审核"), ("op1", "提交毕业生登记表") })
            await PassAsync(account, step);

        var certificates = await OpenAsync("cert1");
        await FindForCertificateAsync(certificates);
        await Expect(certificates.Locator("main")).ToContainTextAsync("还有 1 个环节未办结");
        await certificates.ExpectSoundAsync("certificate-gate");

        await PassAsync("dorm1", "退宿");
        await student.ReloadAsync();
        await Expect(student.Locator("main")).ToContainTextAsync("必办环节已全部办结");
        await student.ExpectSoundAsync("mysheet-done");

        await FindForCertificateAsync(certificates);
        await certificates.GetByLabel("毕业证", new() { Exact = true }).CheckAsync();
        await certificates.GetByLabel("毕业证编号").FillAsync("100012026000101");
        await certificates.ExpectSoundAsync("certificate-issue");
        await certificates.GetByRole(AriaRole.Button, new() { Name = "确认发放给 张思" }).ClickAsync();
        await Expect(certificates.Message()).ToContainTextAsync("已向 张思");
        await certificates.ExpectSoundAsync("certificate-issued");
        await certificates.GotoAsync("/graduationclearance/certificates/signsheet");
        await Expect(certificates.Locator("#sign-sheet")).ToContainTextAsync("100012026000101");
        await certificates.ExpectSoundAsync("certificate-signsheet");
        await certificates.SetViewportSizeAsync(Screen.Paper.Width, Screen.Paper.Height);
        await certificates.EmulateMediaAsync(new() { Media = Media.Print });
        await certificates.ExpectSoundAsync("certificate-paper");
    }

    private async Task PassAsync(string account, string step)
    {
        var page = await OpenAsync(account);
        await page.FindStudentAsync(StudentNo);
        await page.DecideAsync(step, "通过");
    }

    private static async Task FindForCertificateAsync(IPage page)
    {
        await page.GotoAsync("/graduationclearance/certificates");
        await Expect(page.GetByLabel("学号或姓名")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(StudentNo);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync("张思");
    }
}
