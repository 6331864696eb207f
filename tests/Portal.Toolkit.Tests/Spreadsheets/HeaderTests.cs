using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Tests.Spreadsheets;

public sealed class HeaderTests
{
    private static readonly object?[] _good = [2020010101d, "张思", "通过", null];

    [Theory]
    [InlineData(" 学号 ", "姓名", "办理结果\n", "备注")]
    [InlineData("学号／身份证号", "姓　名", "办理\u00A0结果", "备注\u200B")]
    [InlineData("*学号", "姓名*", "办理结果", null)]
    [Trait("Case", "clearance:C9")]
    public void White_space_in_headers_does_not_count(params string?[] headers)
    {
        using var stream = Workbooks.Of([.. headers.OfType<string>()], _good);

        Assert.Single(Workbooks.Read(stream).Valid);
    }

    [Fact]
    [Trait("Case", "clearance:C5")]
    public void Optional_and_unknown_columns_may_come_and_go_in_any_order()
    {
        using var stream = Workbooks.Of(["序号", "办理结果", "姓名", "学号"], [1, "通过", "张思", 2020010101d], [2, null, null, null]);

        var result = Workbooks.Read(stream);

        Assert.Equal("", Assert.Single(result.Valid).Value?.Remark);
        Assert.Equal(["序号"], result.IgnoredHeaders);
        Assert.Empty(result.Rejected);
    }

    [Theory]
    [InlineData("缺少列：办理结果", "学号", "姓名", "备注")]
    [InlineData("缺少列：姓名、办理结果", "学号", "备注")]
    [InlineData("重复列：办理结果", "学号", "姓名", "办理结果", "办理结果 ")]
    [InlineData("缺少列：姓名；重复列：学号", "学号", "学号/身份证号", "办理结果")]
    [InlineData("未找到标准表头", "编号", "名字", "结论")]
    [InlineData("匹配方式与表头/内容不符", "身份证号", "姓名", "办理结果")]
    [Trait("Case", "clearance:C7")]
    [Trait("Case", "clearance:C9")]
    public void A_wrong_header_is_named(string message, params string[] headers)
    {
        using var stream = Workbooks.Of(headers, _good);

        Assert.Equal(message, Workbooks.Refused(() => Workbooks.Read(stream)).Message);
    }

    [Fact]
    [Trait("Case", "clearance:C9")]
    public void A_file_without_data_says_so()
    {
        using var headerOnly = Workbooks.Decisions();
        using var empty = Workbooks.Of([]);
        using var blank = Workbooks.Decisions([null, " ", "", "\n"]);

        Assert.Equal("没有可导入的数据", Workbooks.Refused(() => Workbooks.Read(headerOnly)).Message);
        Assert.Equal("没有可导入的数据", Workbooks.Refused(() => Workbooks.Read(empty)).Message);
        Assert.Equal("没有可导入的数据", Workbooks.Refused(() => Workbooks.Read(blank)).Message);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    [Trait("Case", "clearance:C9")]
    public void The_header_is_searched_in_the_first_five_rows(int rowsAbove, bool found)
    {
        using var stream = Workbooks.Of(["说明"],
        [
            .. Enumerable.Range(1, rowsAbove - 1).Select(i => new object?[] { $"第{i}条" }),
            Workbooks.DecisionHeaders,
            _good,
        ]);

        if (found)
            Assert.Equal(6, Assert.Single(Workbooks.Read(stream).Valid).RowNumber);
        else
            Assert.Equal("未找到标准表头", Workbooks.Refused(() => Workbooks.Read(stream)).Message);
    }

    [Fact]
    public void A_later_sheet_with_a_valid_header_wins_over_an_incomplete_one()
    {
        using var stream = Workbooks.Write(writer =>
        {
            writer.BeginSheet("汇总", [new("学号"), new("姓名")]);
            writer.BeginSheet("明细", [.. Workbooks.DecisionHeaders.Select(header => new SheetColumn(header))]);
            writer.WriteRow(_good);
        });

        Assert.Equal("明细", Workbooks.Read(stream).SheetName);
    }
}
