using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Tests.Spreadsheets;

/// <summary>Files written by a real office program, the same content in both formats.</summary>
public sealed class FixtureTests
{
    [Theory]
    [InlineData("decisions.xls")]
    [InlineData("decisions.xlsx")]
    [Trait("Case", "clearance:C2")]
    [Trait("Case", "clearance:C9")]
    [Trait("Case", "clearance:C11")]
    [Trait("Case", "clearance:C13")]
    [Trait("Case", "clearance:C14")]
    [Trait("Case", "clearance:C15")]
    public void Both_formats_read_the_same(string fixture)
    {
        var result = Workbooks.ReadFixture(fixture);

        Assert.Equal("六月", result.SheetName);
        Assert.Equal(["班级", "日期"], result.IgnoredHeaders);
        Assert.Equal((1, 1), (result.HiddenRows, result.BlankRows));
        Assert.Equal(
            [
                "3 2020010101 张思 True ",
                "5 2020010103 王五 False 欠书\n两本",
                "6 办理结果为空（合并单元格）",
                "8 学号为空",
                "9 学号应为数字值，不能为文本型",
            ],
            result.Rows.Select(row => row.Value is { } value
                ? $"{row.RowNumber} {value.Key} {value.Name} {value.Passed} {value.Remark}"
                : $"{row.RowNumber} {Assert.Single(row.Errors).Message}"));
        Assert.Equal(Cell.FromText("011201"), result.Rows[0].Cells[4]);
        Assert.Equal(Cell.FromDate(new DateTime(2026, 6, 15)), result.Rows[0].Cells[5]);
        Assert.Empty(result.Notes);
    }

    [Theory]
    [InlineData("decisions.xls", "六月.xlsx", "文件内容是 xls 格式，扩展名却是 .xlsx，已按实际内容读取")]
    [InlineData("decisions.xlsx", "六月.XLS", "文件内容是 xlsx 格式，扩展名却是 .xls，已按实际内容读取")]
    [Trait("Case", "clearance:C8")]
    public void The_content_decides_not_the_name(string fixture, string fileName, string note)
    {
        var result = Workbooks.ReadFixture(fixture, fileName: fileName);

        Assert.Equal(2, result.Valid.Count());
        Assert.Equal(note, Assert.Single(result.Notes));
    }

    [Fact]
    [Trait("Case", "clearance:C13")]
    public void A_formula_without_a_cached_value_is_blank()
    {
        using var stream = RawWorkbook.Of(
            RawWorkbook.DecisionHeader
            + $"<row r=\"2\"><c><v>2020010101</v></c>{RawWorkbook.Text("张思")}<c t=\"str\"><f>\"通\"&amp;\"过\"</f></c></row>"
            + $"<row r=\"3\"><c><f>1+1</f></c>{RawWorkbook.Text("李四")}{RawWorkbook.Text("通过")}</row>");

        var result = Workbooks.Read(stream);

        Assert.Equal("办理结果只能为 通过 或 未通过", Assert.Single(result.Rows[0].Errors).Message);
        Assert.Equal("学号为空", Assert.Single(result.Rows[1].Errors).Message);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("true")]
    [Trait("Case", "clearance:C11")]
    public void Hidden_rows_are_skipped_however_the_file_says_it(string hidden)
    {
        var row = $"<c><v>2020010101</v></c>{RawWorkbook.Text("张思")}{RawWorkbook.Text("通过")}</row>";
        // Enough rows that the word also falls on the edge of a buffer.
        using var stream = RawWorkbook.Of(
            RawWorkbook.DecisionHeader + "<row r=\"2\">" + row
            + string.Concat(Enumerable.Range(3, 3000).Select(i => $"<row r=\"{i}\" hidden=\"{hidden}\">{row}")));

        var result = Workbooks.Read(stream);

        Assert.Single(result.Rows);
        Assert.Equal(3000, result.HiddenRows);
    }
}
