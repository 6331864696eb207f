using Microsoft.Playwright;
using Portal.Browser.Tests.Browsing;
using Portal.Browser.Tests.Pages;
using Portal.Testing;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Transfer;

/// <summary>Both flows from the application to 调档完毕, every reviewer at a window of his own.</summary>
public sealed class JourneyTests(TransferPortal portal) : BrowserTest<Sqlite>(portal), IClassFixture<TransferPortal>
{
    [Fact]
    [Trait("Case", "transfer:5")]
    public async Task A_transfer_from_application_to_the_moved_record()
    {
        var sa = await OpenAsync("sa");
        var address = await sa.ApplyAsync("transfer", "张示例", "G449901201503120132", "ParentsRelocated");
        await sa.ExpectSoundAsync("transfer-started");

        // At the school on a phone, at the bureau without scripts.
        await ReviewAsync(await OpenAsync("sa-lead", Screen.Phone), "transfer", "transfer-review-school");
        await ReviewAsync(await OpenAsync("u119901", scripts: false), "transfer");
        await ReviewAsync(await OpenAsync("sb-lead"), "transfer");
        await ReviewAsync(await OpenAsync("u4499"), "transfer", "transfer-review-bureau");
        await ExpectDoneAsync(sa, address);
        await sa.ExpectSoundAsync("transfer-done");

        foreach (var sheet in new[] { "print", "proof" })
        {
            await sa.GotoAsync($"{address}/{sheet}");
            await Expect(sa.Locator("figcaption")).ToContainTextAsync("校验码");
            await sa.ExpectSoundAsync($"transfer-{sheet}");
        }

        var code = (await sa.Locator("figcaption").InnerTextAsync()).Split(' ')[^1];
        var parent = await OpenAsync(screen: Screen.Phone);
        await parent.GotoAsync("/registrytransfer/verify");
        await parent.GetByLabel("校验码").FillAsync(code.ToLowerInvariant());
        await parent.GetByRole(AriaRole.Button, new() { Name = "校验" }).ClickAsync();
        await Expect(parent.Locator("#valid")).ToContainTextAsync("真实有效");
        await parent.ExpectSoundAsync("transfer-verified");
    }

    [Fact]
    [Trait("Case", "transfer:24")]
    public async Task A_graduate_from_application_to_the_senior_high_school()
    {
        await Host.Database.ExecuteAsync(
            """
            update registrytransfer_enrolment
            set status = 5, end_on = '2026-07-30', exit_reason = '毕业', active_student_id = null
            where student_id = (select student_id from registrytransfer_student_number where number = 'G449901201106050249')
            """);
        var sd = await OpenAsync("sd");
        var address = await sd.ApplyAsync("post-graduation", "李示例", "G449901201106050249", "Admission");
        foreach (var account in new[] { "sd-lead", "u119901", "u4499" })
            await ReviewAsync(await OpenAsync(account), "post-graduation");
        await ExpectDoneAsync(sd, address);
        await sd.ExpectSoundAsync("post-graduation-done");
    }

    [Fact]
    [Trait("Case", "transfer:16")]
    public async Task An_application_with_an_error_is_revoked_by_its_school()
    {
        var sa = await OpenAsync("sa");
        await sa.ApplyAsync("transfer", "王示例", "L449901201608200421", "ParentsRelocated");
        var leader = await OpenAsync("sa-lead");
        await leader.GotoAsync("/registrytransfer/revoke/transfer");
        await leader.GetByRole(AriaRole.Radio).First.CheckAsync();
        await leader.GetByRole(AriaRole.Button, new() { Name = "撤销…" }).ClickAsync();
        await leader.ExpectSoundAsync("transfer-revoke");
        await leader.GetByLabel("撤销原因").FillAsync("年级填写有误");
        await leader.GetByRole(AriaRole.Button, new() { Name = "撤销这笔申请" }).ClickAsync();
        await Expect(leader.Locator("main")).ToContainTextAsync("已撤销");
        await leader.ExpectSoundAsync("transfer-revoked");
    }

    private static async Task ReviewAsync(IPage page, string kind, string? screenshot = null)
    {
        await page.GotoAsync($"/registrytransfer/review/{kind}");
        await page.GetByRole(AriaRole.Radio).First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "核办", Exact = true }).ClickAsync();
        await page.GetByLabel("核办意见").FillAsync("情况属实，同意");
        await page.GetByLabel("核办通过").CheckAsync();
        if (screenshot is not null)
            await page.ExpectSoundAsync(screenshot);
        await page.GetByRole(AriaRole.Button, new() { Name = "提交核办" }).ClickAsync();
        await Expect(page.Message()).ToContainTextAsync("已核办通过");
    }

    private static async Task ExpectDoneAsync(IPage page, string address)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            await page.GotoAsync(address);
            if ((await page.Locator("main").InnerTextAsync()).Contains("调档完毕", StringComparison.Ordinal))
                return;
            await page.WaitForTimeoutAsync(250);
        }

        await Expect(page.Locator("main")).ToContainTextAsync("调档完毕");
    }
}
