using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Tests.Spreadsheets;

public sealed class SpreadsheetResultTests
{
    private static readonly SheetColumn<Decision>[] _columns =
    [
        new("学号", decision => decision.Key) { Format = SheetFormat.Text },
        new("姓名", decision => decision.Name),
        new("办理结果", decision => decision.Passed ? "通过" : "未通过"),
    ];

    private static readonly Decision[] _rows =
    [
        new() { Key = "2020010101", Name = "张思", Passed = true, Remark = "" },
        new() { Key = "2020010102", Name = "李四", Passed = false, Remark = "" },
    ];

    [Fact]
    [Trait("Case", "clearance:D2")]
    public async Task A_download_carries_its_Chinese_name_and_its_type()
    {
        var response = await ExecuteAsync(await Spreadsheet.FileAsync("离校/学生", _columns, _rows.ToAsyncEnumerable()));

        Assert.Equal("nosniff", response.Headers.XContentTypeOptions);
        Assert.Equal(SpreadsheetResult.Xlsx, response.ContentType);
        Assert.Contains("filename*=UTF-8''%E7%A6%BB%E6%A0%A1_%E5%AD%A6%E7%94%9F.xlsx", response.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
        Assert.Equal(response.Body.Length, response.ContentLength);
    }

    [Fact]
    [Trait("Case", "clearance:D2")]
    public async Task What_is_exported_can_be_imported()
    {
        var response = await ExecuteAsync(Spreadsheet.File("离校学生", _columns, _rows));

        var result = Workbooks.Read(response.Body, clean: true);

        Assert.Equal(_rows, result.Rows.Select(row => row.Value));
        Assert.Equal(Cell.FromText("2020010101"), result.Rows[0].Cells[0]);
    }

    [Fact]
    public async Task A_template_is_named_for_its_plan()
    {
        var response = await ExecuteAsync(Spreadsheet.Template(new DecisionImport()));

        Assert.Contains(Uri.EscapeDataString("离校办理结果导入模板") + ".xlsx", response.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponse> ExecuteAsync(IActionResult result)
    {
        using var services = new ServiceCollection().AddLogging().AddMvcCore().Services.BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services };
        http.Response.Body = new MemoryStream();
        await result.ExecuteResultAsync(new ActionContext(http, new RouteData(), new Microsoft.AspNetCore.Mvc.Abstractions.ActionDescriptor()));
        http.Response.Body.Position = 0;
        return http.Response;
    }
}
