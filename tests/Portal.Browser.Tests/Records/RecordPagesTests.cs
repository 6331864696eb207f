using Microsoft.Playwright;
using Portal.Browser.Tests.Browsing;
using Portal.Browser.Tests.Pages;
using Portal.Testing;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Records;

/// <summary>A record from its form to its approval and change: by script, by keyboard, and without script on a phone.</summary>
public sealed class RecordPagesTests(FairPortal portal) : BrowserTest<Sqlite>(portal), IClassFixture<FairPortal>
{
    private const string Fairs = "/workbench/records/fair.fair";

    [Fact]
    public async Task Fields_follow_their_choices_and_rows_come_and_go_without_a_round_trip()
    {
        var page = await OpenAsync("clerk");
        await page.GotoAsync($"{Fairs}/new");
        await page.ExpectSoundAsync("record-new");
        await Expect(page.Locator("#filingNo")).ToBeHiddenAsync();
        await page.Locator("input[name=ngo][value=true]").CheckAsync();
        await Expect(page.Locator("#filingNo")).ToBeVisibleAsync();
        await Expect(page.Locator("#licence")).ToBeHiddenAsync();
        await page.Locator("input[name=kind][value=trade]").CheckAsync();
        await Expect(page.Locator("#licence")).ToBeVisibleAsync();
        await page.Locator("#licence").FillAsync("XK-1");
        await page.Locator("input[name=kind][value=art]").CheckAsync();

        await page.Locator("#title").FillAsync("脚本填写");
        await page.Locator("[name='guests[0].name']").FillAsync("Ann");
        await page.Locator("[name='guests[0].country']").FillAsync("法国");
        await page.Locator("[data-record-add]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[name='guests[1].name']")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Bob");
        await page.Locator("[data-record-row='0'] [data-record-remove]").ClickAsync();
        await Expect(page.Locator("[data-record-row]")).ToHaveCountAsync(1);
        await Expect(page.Locator("[data-record-number]")).ToHaveTextAsync("1");
        await page.Locator("#title").PressAsync("Enter");
        await Expect(page.Message()).ToContainTextAsync("已保存为草稿");
        await Expect(page.Locator(".facts").First).Not.ToContainTextAsync("XK-1");
        await Expect(page.Locator("section[aria-labelledby=facts] table")).ToContainTextAsync("Bob");
        await page.ExpectSoundAsync("record-draft");
    }

    [Fact]
    public async Task A_record_is_filed_decided_and_changed()
    {
        AllowStatus(422);
        var clerk = await OpenAsync("clerk");
        var address = await SubmitAsync(clerk, "浏览器里的展览");
        await clerk.ExpectSoundAsync("record-submitted");

        var head = await OpenAsync("head", Screen.Phone, scripts: false);
        await head.GotoAsync(address);
        await head.Locator("#decide-form input[value=return]").CheckAsync();
        await head.Locator("#decide-form button[type=submit]").ClickAsync();
        await Expect(head.Locator("#decide-form")).ToContainTextAsync("请填写审核意见");
        await head.Locator("#decide-form input[value=pass]").CheckAsync();
        await head.Locator("textarea[name=_opinion]").FillAsync("同意");
        await head.Locator("#decide-form button[type=submit]").ClickAsync();
        await Expect(head.Message()).ToContainTextAsync("转到展会处");

        var office = await OpenAsync("office");
        await office.GotoAsync(address);
        await Expect(office.Locator("#return-to")).ToBeHiddenAsync();
        await office.Locator("#decide-form input[value=return]").CheckAsync();
        await Expect(office.Locator("#return-to")).ToBeVisibleAsync();
        await office.ExpectSoundAsync("record-decide");
        await office.Locator("#decide-form input[value=pass]").CheckAsync();
        await office.Locator("#decide-form button[type=submit]").ClickAsync();
        await Expect(office.Locator(".state").First).ToContainTextAsync("已批准");

        await clerk.GotoAsync($"{address}/change");
        await clerk.Locator("textarea[name=_reason]").FillAsync("场馆冲突");
        await clerk.Locator("#endOn").FillAsync("2026-05-08");
        await clerk.ExpectSoundAsync("record-change");
        await clerk.Locator("#save").ClickAsync();
        await Expect(clerk.Locator("#differences")).ToContainTextAsync("2026-05-08");
        await clerk.ExpectSoundAsync("record-changing");
        var phone = await OpenAsync("clerk", Screen.Phone);
        foreach (var (page, picture) in new[] { ("", "record-changing"), ("/change", "record-no-change") })
        {
            AllowStatus(403);
            await phone.GotoAsync(address + page);
            await phone.ExpectSoundAsync(picture);
        }

        await phone.GotoAsync($"{Fairs}/new");
        await phone.ExpectSoundAsync("record-new");
    }

    [Fact]
    public async Task A_double_click_makes_one_record_one_file_and_one_submission()
    {
        var page = await OpenAsync("clerk");
        await page.GotoAsync($"{Fairs}/new");
        await Expect(page.Locator("#unitHead")).ToHaveValueAsync("赵院长（head）");
        await page.Locator("#title").FillAsync("双击的展览");
        await page.Locator("#owner").FillAsync("孙经办");
        await page.Locator("input[name=kind][value=art]").CheckAsync();
        await page.Locator("#startOn").FillAsync("2026-05-01");
        await page.Locator("#endOn").FillAsync("2026-05-03");
        await page.Locator("#save").DblClickAsync();
        await Expect(page.Message()).ToContainTextAsync("已保存为草稿");
        await page.Locator("#attachments").SetInputFilesAsync(new FilePayload { Name = "议程.pdf", MimeType = "application/pdf", Buffer = [.. "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"u8] });
        await page.Locator("#upload-form .btn-primary").DblClickAsync();
        await Expect(page.Message()).ToContainTextAsync("已上传 1 个文件");
        await page.Locator("#submit-form .btn-primary").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "提交" }).DblClickAsync();
        await Expect(page.Message()).ToContainTextAsync("已提交");
        await Expect(page.Locator("#log tbody tr th")).ToHaveTextAsync(["新建", "上传议程", "提交"]);
        Assert.Equal(1, await Host.Database.ScalarAsync<long>("select count(*) from toolkit_record where title = '双击的展览'"));
    }

    private static async Task<string> SubmitAsync(IPage page, string title)
    {
        await page.GotoAsync($"{Fairs}/new");
        await page.Locator("#title").FillAsync(title);
        await page.Locator("#unitHead").FillAsync("head");
        await page.Locator("input[name=kind][value=art]").CheckAsync();
        await page.Locator("#startOn").FillAsync("2026-05-01");
        await page.Locator("#endOn").FillAsync("2026-05-03");
        await page.Locator("button[name=_submit]").ClickAsync();
        await Expect(page.Message()).ToContainTextAsync("还没有提交：请上传议程");
        await page.ExpectSoundAsync("record-incomplete");
        await page.Locator("#attachments").SetInputFilesAsync(new FilePayload { Name = "议程.pdf", MimeType = "application/pdf", Buffer = [.. "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"u8] });
        await page.Locator("#upload-form .btn-primary").ClickAsync();
        await page.Locator("#submit-form .btn-primary").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Expect(page.Message()).ToContainTextAsync("已提交");
        return new Uri(page.Url).AbsolutePath;
    }
}
