using System.Net;
using System.Text;
using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Imports;

/// <summary>Whole files: formats, headers, sheets, limits.</summary>
public abstract class ImportFileTests<TDialect>(ImportFixture<TDialect> portal) : IClassFixture<ImportFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    public Task InitializeAsync() => portal.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    [Trait("Case", "clearance:C2")]
    [Trait("Case", "clearance:C3")]
    public async Task A_class_of_99_as_xls_is_imported_and_the_same_file_again_changes_nothing()
    {
        using var client = await portal.OpenAsync("op1");
        var result = await portal.ImportAsync(client, SheetFile.Fixture("class.xls"), name: "马院.xls");
        Assert.Equal((99, 0, 0), (result.Imported, result.Unchanged, result.Rejected));
        Assert.Equal("99/99/0/0", await portal.CountersAsync("E4"));
        Assert.Equal(99, await portal.LogRowsAsync());

        var again = await portal.ImportAsync(client, SheetFile.Fixture("class.xls"), name: "马院.xls");
        Assert.Equal((0, 99, 0), (again.Importable, again.Unchanged, again.Rejected));
        Assert.Contains("没有可导入的行", client.Page.Text, StringComparison.Ordinal);
        Assert.Equal(99, await portal.LogRowsAsync());
    }

    [Theory]
    [InlineData("special.xls", "六月.xls")]
    [InlineData("special.xlsx", "六月.xlsx")]
    [Trait("Case", "clearance:C9")]
    [Trait("Case", "clearance:C11")]
    [Trait("Case", "clearance:C13")]
    [Trait("Case", "clearance:C14")]
    [Trait("Case", "clearance:C15")]
    public async Task Hidden_rows_merged_cells_formulas_and_formatted_rows_are_read_as_they_look(string fixture, string name)
    {
        using var client = await portal.OpenAsync("op1");
        var preview = await portal.CheckAsync(client, SheetFile.Fixture(fixture), name: name);
        Assert.Equal([(7, "办理结果", "办理结果为空（合并单元格）")], preview.Errors);
        Assert.Equal((3, 1), (preview.Importable, preview.Hidden));
        Assert.Contains("工作表：六月", client.Page.TextOf(".facts"), StringComparison.Ordinal);
        var result = await portal.ApplyAsync(client);
        Assert.Equal((3, 1), (result.Imported, result.Rejected));
        Assert.Equal("99/2/96/1", await portal.CountersAsync("E4"));
        Assert.Equal((2, "欠书"), await portal.DecisionAsync("2020010104", "E4"));
    }

    [Fact]
    [Trait("Case", "clearance:C8")]
    public async Task A_file_with_the_other_extension_is_read_and_the_page_says_so()
    {
        using var client = await portal.OpenAsync("op1");
        var preview = await portal.CheckAsync(client, SheetFile.Fixture("class.xls"), name: "马院.xlsx");
        Assert.Equal(99, preview.Importable);
        Assert.Contains("文件内容是 xls 格式", client.Page.TextOf(".alert-info"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "clearance:C8")]
    public async Task No_file_is_asked_for()
    {
        using var client = await portal.OpenAsync("op1");
        await client.SubmitAsync("form[data-step=E4][data-match=StudentNo]");
        Assert.Equal("请选择文件", client.Page.TextOf(".alert-danger"));
    }

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.txt")]
    [InlineData("a.et")]
    [InlineData("a.xlsb")]
    [InlineData("a.xlsm")]
    [InlineData("a.pdf")]
    [Trait("Case", "clearance:C8")]
    public async Task Other_kinds_of_file_are_refused_by_name(string name)
    {
        using var client = await portal.OpenAsync("op1");
        await client.SubmitAsync("form[data-step=E4][data-match=StudentNo]", null, new TestFile("file", name, Files.Of(Files.Student(101))));
        Assert.StartsWith("仅支持 xls、xlsx", client.Page.TextOf(".alert-danger"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.xls", "<html><table><tr><td>学号</td></tr></table></html>")]
    [InlineData("a.xlsx", "学号,姓名,办理结果\n2020010101,张思,通过")]
    [InlineData("a.xlsx", "")]
    [InlineData("a.xlsx", "PK\u0003\u0004truncated")]
    [Trait("Case", "clearance:C8")]
    public async Task What_is_no_workbook_is_refused(string name, string content)
    {
        using var client = await portal.OpenAsync("op1");
        var page = await portal.CheckAsync(client, Encoding.UTF8.GetBytes(content), name: name);
        Assert.Contains("文件不是有效的 Excel", page.Alert, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("protected.xls")]
    [InlineData("protected.xlsx")]
    [Trait("Case", "clearance:C8")]
    public async Task A_file_with_a_password_is_refused(string fixture)
    {
        using var client = await portal.OpenAsync("op1");
        Assert.Contains("文件已加密", (await portal.CheckAsync(client, SheetFile.Fixture(fixture), name: fixture)).Alert, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(RowCases.Headers), MemberType = typeof(RowCases))]
    [Trait("Case", "clearance:C7")]
    [Trait("Case", "clearance:C9")]
    public async Task A_file_with_the_wrong_header_is_refused_as_a_whole(string match, string[] headers, string reason)
    {
        using var client = await portal.OpenAsync("op1");
        var file = reason == "没有可导入的数据" ? SheetFile.Write(headers) : SheetFile.Write(headers, ["1", "张思", "通过"]);
        Assert.Contains(reason, (await portal.CheckAsync(client, file, match: match)).Alert, StringComparison.Ordinal);
        Assert.Null(client.Page.TryFind("main form:not([action*='handler=Errors']) button"));
    }

    [Fact]
    [Trait("Case", "clearance:C7")]
    public async Task Keys_of_the_other_kind_are_refused_as_a_whole_in_both_ways()
    {
        using var client = await portal.OpenAsync("op1");
        object?[] byCard = ["110101199701010002", "李思", "通过", null];
        var cards = await portal.CheckAsync(client, Files.Of(byCard, Files.Student(101)));
        Assert.Contains("匹配方式与表头/内容不符", cards.Alert, StringComparison.Ordinal);
        var numbers = await portal.CheckAsync(client, Files.Of(["2020010101", "张思", "通过", null], byCard), match: "IdCard");
        Assert.Contains("匹配方式与表头/内容不符", numbers.Alert, StringComparison.Ordinal);
        Assert.Equal(1, (await portal.CheckAsync(client, Files.Of(byCard), match: "IdCard")).Importable);
    }

    [Theory]
    [InlineData(" 学号 ")]
    [InlineData("学号/身份证号")]
    [Trait("Case", "clearance:C9")]
    [Trait("Case", "clearance:C5")]
    public async Task Blanks_in_headers_do_not_count_and_the_remark_column_may_be_absent(string key)
    {
        using var client = await portal.OpenAsync("op1");
        Assert.Equal(1, (await portal.CheckAsync(client, SheetFile.Write([key, "姓名", "办理结果\n"], [2020010101d, "张思", "通过"]))).Importable);
    }

    [Fact]
    [Trait("Case", "clearance:C5")]
    public async Task A_remark_of_501_characters_is_rejected_and_a_formula_is_text()
    {
        using var client = await portal.OpenAsync("op1");
        var result = await portal.ImportAsync(
            client, Files.Of(Files.Student(101, "未通过", new string('书', 501)), Files.Student(102, "未通过", new string('书', 500)), Files.Student(103, "未通过", "=HYPERLINK(\"x\")")));
        Assert.Equal([(2, "备注", "备注超过500字")], result.Errors);
        Assert.Equal((2, "=HYPERLINK(\"x\")"), await portal.DecisionAsync("2020010103", "E4"));
        Assert.Equal(new string('书', 500), (await portal.DecisionAsync("2020010102", "E4")).Remark);
    }

    [Theory]
    [InlineData(20_000, null)]
    [InlineData(20_001, "超过 20000 行")]
    [Trait("Case", "clearance:C1")]
    public async Task One_row_too_many_refuses_the_whole_file(int rows, string? reason)
    {
        using var client = await portal.OpenAsync("op1");
        var page = await portal.CheckAsync(client, Files.Of([.. Enumerable.Range(0, rows).Select(index => new object?[] { 2099000000d + index, "某某", "通过", null })]));
        if (reason is null)
            Assert.Equal(rows, page.Rejected);
        else
            Assert.Contains(reason, page.Alert, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10 * 1024 * 1024, "文件不是有效的 Excel")]
    [InlineData((10 * 1024 * 1024) + 1, "超过 10 MB")]
    [InlineData(40 * 1024 * 1024, "超过 10 MB")]
    public async Task A_file_over_10_MB_is_refused_with_a_sentence(int bytes, string reason)
    {
        using var client = await portal.OpenAsync("op1");
        var before = await portal.Database.ScalarAsync<int>("select count(*) from toolkit_import");
        await client.SubmitAsync("form[data-step=E4][data-match=StudentNo]", null, new TestFile("file", "大.xlsx", new byte[bytes]));
        var page = await portal.WaitAsync(client);
        Assert.Contains(reason, page.Page.Text, StringComparison.Ordinal);
        Assert.Equal(reason.StartsWith("超过", StringComparison.Ordinal) ? before : before + 1, await portal.Database.ScalarAsync<int>("select count(*) from toolkit_import"));
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from toolkit_import_file"));
    }

    [Theory]
    [InlineData("StudentNo")]
    [InlineData("IdCard")]
    public async Task The_template_is_read_back_with_its_header_and_no_rows(string match)
    {
        using var client = await portal.OpenAsync("op1");
        var template = await client.GetAsync($"/GraduationClearance/Import?handler=Template&match={match}");
        template.Expect(HttpStatusCode.OK);
        Assert.Contains("没有可导入的数据", (await portal.CheckAsync(client, template.Content, match: match)).Alert, StringComparison.Ordinal);
    }
}

public sealed class ImportFilesOnSqlite(ImportFixture<Sqlite> portal) : ImportFileTests<Sqlite>(portal);

public sealed class ImportFilesOnMariaDb(ImportFixture<MariaDb> portal) : ImportFileTests<MariaDb>(portal);
