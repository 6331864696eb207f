using Microsoft.Playwright;
using Portal.Browser.Tests.Browsing;
using Portal.Browser.Tests.Pages;
using Portal.Testing;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Transfer;

/// <summary>导入学生学籍 with a workbook that LibreOffice saved: choose, preview, import, result, and the row that was refused.</summary>
public sealed class ImportTests(TransferPortal portal) : BrowserTest<Sqlite>(portal), IClassFixture<TransferPortal>
{
    [Fact]
    public async Task A_class_is_imported_and_the_refused_row_comes_back_with_its_reason()
    {
        var page = await OpenAsync("sa");
        await page.GotoAsync("/registrytransfer/students");
        await page.GetByRole(AriaRole.Link, new() { Name = "导入学生" }).ClickAsync();
        await Expect(page.Locator(".crumbs")).ToContainTextAsync("学生学籍");
        await page.ExpectSoundAsync("students-import");
        await page.Locator("#upload input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "三年级.xls",
            MimeType = "application/vnd.ms-excel",
            Buffer = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "students.xls")),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "预检" }).ClickAsync();
        await Expect(Counter(page, "新增")).ToContainTextAsync("3", new() { Timeout = 30_000 });
        await Expect(Counter(page, "错误")).ToContainTextAsync("1");
        await page.ExpectSoundAsync("students-import-preview");

        await page.Locator("#job-progress form[method=post] button.btn-primary").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("3 人", new() { Timeout = 30_000 });
        await page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        await page.ExpectSoundAsync("students-import-result");
        await page.SetViewportSizeAsync(Screen.Desktop.Width, Screen.Desktop.Height);
        var rows = Workbooks.Read(await page.DownloadAsync("下载错误数据"));
        Assert.Equal("G449901201503120132", rows[1][0]);
        Assert.Contains("不在本校，不能导入", rows[1][^1], StringComparison.Ordinal);

        await page.GotoAsync("/registrytransfer/students?grade=P3");
        await Expect(page.Locator("main")).ToContainTextAsync("孔示例");
    }

    private static ILocator Counter(IPage page, string label) => page.Locator(".counter", new() { HasText = label }).First;
}
