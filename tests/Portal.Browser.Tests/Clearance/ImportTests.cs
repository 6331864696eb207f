using Microsoft.Playwright;
using Portal.Browser.Tests.Browsing;
using Portal.Browser.Tests.Pages;
using Portal.Testing;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Clearance;

/// <summary>批量导入 with a workbook that LibreOffice saved: choose, preview, import, result, and the rows that were refused.</summary>
public abstract class ImportTests<TDialect>(BrowserPortal<TDialect> portal) : BrowserTest<TDialect>(portal), IClassFixture<BrowserPortal<TDialect>>
    where TDialect : ITestDialect
{
    private const string Url = "/graduationclearance/import";
    private static readonly FilePayload Workbook = new()
    {
        Name = "class.xls",
        MimeType = "application/vnd.ms-excel",
        Buffer = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "class.xls")),
    };

    [Fact]
    [Trait("Case", "clearance:C2")]
    [Trait("Case", "clearance:C4")]
    [Trait("Case", "clearance:C20")]
    public async Task A_class_is_imported_and_the_refused_row_is_mended_and_imported_again()
    {
        await RenameAsync("2020010103", "王思远");
        var page = await OpenAsync("op1");
        await page.GotoAsync(Url);
        await ChooseAsync(page, Workbook);
        await Expect(Counter(page, "可导入")).ToContainTextAsync("98");
        await Expect(Counter(page, "错误")).ToContainTextAsync("1");
        await page.ExpectSoundAsync("import-preview");

        await Counter(page, "错误").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("姓名不符");
        await page.ExpectSoundAsync("import-errors");
        await ApplyAsync(page);
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("导入 98 人");
        await page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        await page.ExpectSoundAsync("import-result");
        await page.SetViewportSizeAsync(Screen.Desktop.Width, Screen.Desktop.Height);

        await Counter(page, "错误").ClickAsync();
        var errors = await page.DownloadAsync("下载错误数据");
        var rows = Workbooks.Read(errors);
        Assert.Equal(["学号/身份证号", "姓名", "办理结果", "备注", "行号", "错误原因"], rows[0]);
        Assert.Equal(["2020010103", "王思", "通过", "", "4", "姓名不符"], rows[1]);
        Assert.Equal(2, rows.Count);

        await RenameAsync("2020010103", "王思");
        await page.GotoAsync(Url);
        await ChooseAsync(page, errors);
        await ApplyAsync(page);
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("导入 1 人");
        await page.OpenDeskAsync();
        Assert.Equal(99, await page.PassedAsync("培养单位学工审核"));
    }

    private static ILocator Counter(IPage page, string label) => page.Locator(".counter", new() { HasText = label }).First;

    private static async Task ChooseAsync(IPage page, FilePayload file)
    {
        var form = page.Locator("form[data-step=E4][data-match=StudentNo]");
        await form.Locator("input[type=file]").SetInputFilesAsync(file);
        await form.GetByRole(AriaRole.Button, new() { Name = "数据导入" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("导入预检", new() { Timeout = 30_000 });
        await Expect(Counter(page, "可导入")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    private static async Task ApplyAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "数据导入" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("导入结果", new() { Timeout = 30_000 });
    }

    private Task<int> RenameAsync(string studentNo, string name) =>
        Host.Database.ExecuteAsync("update graduationclearance_student set name = @name where student_no = @studentNo", new { studentNo, name });
}

public sealed class ImportOnSqlite(BrowserPortal<Sqlite> portal) : ImportTests<Sqlite>(portal)
{
    [Fact]
    public async Task The_template_opens_with_the_columns_of_the_notes()
    {
        var page = await OpenAsync("op1", Screen.Phone);
        await page.GotoAsync("/graduationclearance/import");
        await page.ExpectSoundAsync("import");
        var rows = Workbooks.Read(await page.DownloadAsync("下载模板（学号匹配）"));
        Assert.Equal(["学号", "姓名", "办理结果", "备注"], rows[0]);
    }

    [Fact]
    [Trait("Case", "clearance:C8")]
    public async Task No_file_and_a_wrong_file_are_said()
    {
        var page = await OpenAsync("op1");
        await page.GotoAsync("/graduationclearance/import");
        var form = page.Locator("form[data-step=E4][data-match=StudentNo]");
        await form.GetByRole(AriaRole.Button, new() { Name = "数据导入" }).ClickAsync();
        await Expect(page.Message()).ToContainTextAsync("请选择文件");
        await form.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "名单.csv", MimeType = "text/csv", Buffer = [65, 44, 66] });
        await form.GetByRole(AriaRole.Button, new() { Name = "数据导入" }).ClickAsync();
        await Expect(page.Message()).ToContainTextAsync("仅支持 xls、xlsx");
        await page.ExpectSoundAsync("import-refused");
    }
}

public sealed class ImportOnMariaDb(BrowserPortal<MariaDb> portal) : ImportTests<MariaDb>(portal);
