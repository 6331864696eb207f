using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Tests.Spreadsheets;

public sealed class CellRulesTests
{
    [Fact]
    [Trait("Case", "clearance:C1")]
    public void Good_rows_become_values()
    {
        var result = Workbooks.Read(Workbooks.Decisions(
            [2020010101d, "张思", "通过", null],
            [2020010102d, "Anna Maria Li", "未通过", "未交学生证"]));

        Assert.Empty(result.Rejected);
        Assert.Equal(
            [
                new Decision { Key = "2020010101", Name = "张思", Passed = true, Remark = "" },
                new Decision { Key = "2020010102", Name = "Anna Maria Li", Passed = false, Remark = "未交学生证" },
            ],
            result.Rows.Select(row => row.Value));
        Assert.Equal([2, 3], result.Rows.Select(row => row.RowNumber));
        Assert.Equal("数据", result.SheetName);
    }

    public static TheoryData<object?, string?, string?, string, string> StrictErrors => new()
    {
        { null, "张思", "通过", ImportCodes.Blank, "学号为空" },
        { "　", "张思", "通过", ImportCodes.Blank, "学号为空" },
        { 2020010101d, null, "通过", ImportCodes.Blank, "姓名为空" },
        { " 2020010103 ", "张思", "通过", ImportCodes.SpecialCharacters, "学号含空格/回车等特殊字符" },
        { "2020010104\n", "张思", "通过", ImportCodes.SpecialCharacters, "学号含空格/回车等特殊字符" },
        { "　2020010105", "张思", "通过", ImportCodes.SpecialCharacters, "学号含空格/回车等特殊字符" },
        { "\u00A02020010105", "张思", "通过", ImportCodes.SpecialCharacters, "学号含空格/回车等特殊字符" },
        { "2020\u200B010105", "张思", "通过", ImportCodes.SpecialCharacters, "学号含空格/回车等特殊字符" },
        { 2020010101d, "张思", "通过 ", ImportCodes.SpecialCharacters, "办理结果含空格/回车等特殊字符" },
        { 2020010101d, "张 思", "通过", ImportCodes.SpecialCharacters, "姓名含空格/回车等特殊字符" },
        { "ABC", "张思", "通过", ImportCodes.NotANumber, "学号不是有效数字" },
        { -5d, "张思", "通过", ImportCodes.NotANumber, "学号不是有效数字" },
        { 2020010113.9999998d, "张思", "通过", ImportCodes.NotANumber, "学号不是有效数字" },
        { true, "张思", "通过", ImportCodes.NotANumber, "学号不是有效数字" },
        { 1e15, "张思", "通过", ImportCodes.NotANumber, "学号不是有效数字（超过15位，末位已失真）" },
        { "2020010102", "张思", "通过", ImportCodes.NumberAsText, "学号应为数字值，不能为文本型" },
        { "２０２００１０１０７", "张思", "通过", ImportCodes.NumberAsText, "学号应为数字值，不能为文本型" },
        { 2020010101d, "张思", "合格", ImportCodes.NotAChoice, "办理结果只能为 通过 或 未通过" },
        { 2020010101d, "张思", "通过/未通过", ImportCodes.NotAChoice, "办理结果只能为 通过 或 未通过" },
        { 2020010101d, "张思", "PASS", ImportCodes.NotAChoice, "办理结果只能为 通过 或 未通过" },
        { 2020010101d, "张思", null, ImportCodes.NotAChoice, "办理结果只能为 通过 或 未通过" },
        { 2020010101d, "张思", "不通过", ImportCodes.NotAChoice, "办理结果只能为 通过 或 未通过（“不通过”请改为“未通过”）" },
    };

    [Theory]
    [MemberData(nameof(StrictErrors))]
    [Trait("Case", "clearance:R01")]
    [Trait("Case", "clearance:R02")]
    [Trait("Case", "clearance:R03")]
    [Trait("Case", "clearance:R04")]
    [Trait("Case", "clearance:R05")]
    public void Strict_reading_names_the_fault(object? key, string? name, string? decision, string code, string message)
    {
        var row = Assert.Single(Workbooks.Read(Workbooks.Decisions([key, name, decision, null])).Rows);

        Assert.Null(row.Value);
        var error = Assert.Single(row.Errors);
        Assert.Equal((code, message), (error.Code, error.Message));
    }

    [Theory]
    [InlineData(" 2020010103 ", "张思", "通过")]
    [InlineData("2020010103\n", "张思", "通过")]
    [InlineData("　2020010103", "张思", "通过")]
    [InlineData("2020\u200B010103\u00A0", "张思", "通过")]
    [InlineData(2020010103d, "张 思", "通过 ")]
    [InlineData("２０２００１０１０３", "张思", "通过")]
    [InlineData("2020010103", "张思", "通过")]
    [Trait("Case", "clearance:R02")]
    [Trait("Case", "clearance:R04")]
    public void Cleaning_mends_and_marks(object key, string name, string decision)
    {
        var row = Assert.Single(Workbooks.Read(Workbooks.Decisions([key, name, decision, null]), clean: true).Rows);

        Assert.True(row.IsCleaned);
        Assert.Equal(new Decision { Key = "2020010103", Name = "张思", Passed = true, Remark = "" }, row.Value);
    }

    [Theory]
    [InlineData("ABC")]
    [InlineData(-5d)]
    [InlineData(2020010113.9999998d)]
    [InlineData(true)]
    [Trait("Case", "clearance:R03")]
    public void Cleaning_does_not_make_a_number_of_anything_else(object key)
    {
        var row = Assert.Single(Workbooks.Read(Workbooks.Decisions([key, "张思", "通过", null]), clean: true).Rows);

        Assert.Equal("学号不是有效数字", Assert.Single(row.Errors).Message);
    }

    [Fact]
    [Trait("Case", "clearance:R05")]
    public void A_synonym_passes_with_cleaning_only()
    {
        var row = Assert.Single(Workbooks.Read(Workbooks.Decisions([1d, "张思", "不通过", null]), clean: true).Rows);

        Assert.False(row.Value?.Passed);
        Assert.True(row.IsCleaned);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Case", "clearance:R06")]
    public void Every_row_of_a_repeated_key_is_rejected(bool clean)
    {
        var result = Workbooks.Read(
            Workbooks.Decisions(
                [2020010106d, "张思", "通过", null],
                [2020010107d, "李四", "通过", null],
                ["2020010106", "张思", "通过", null]),
            clean);

        Assert.Equal("与第4行重复", result.Rows[0].Errors[^1].Message);
        Assert.True(result.Rows[1].IsValid);
        Assert.Equal("与第2行重复", result.Rows[2].Errors[^1].Message);
        Assert.Equal(2, result.Rejected.Count());
    }

    [Fact]
    [Trait("Case", "clearance:C5")]
    public void A_remark_may_hold_anything_up_to_its_length()
    {
        var result = Workbooks.Read(Workbooks.Decisions(
            [1d, "张思", "未通过", " 欠书 2 本\n见附件 "],
            [2d, "张思", "未通过", new string('长', 501)],
            [3d, "张思", "未通过", "=HYPERLINK(\"x\")"]));

        Assert.Equal("欠书 2 本\n见附件", result.Rows[0].Value?.Remark);
        Assert.False(result.Rows[0].IsCleaned);
        Assert.Equal("备注超过500字", Assert.Single(result.Rows[1].Errors).Message);
        Assert.Equal("=HYPERLINK(\"x\")", result.Rows[2].Value?.Remark);
    }

    [Fact]
    [Trait("Case", "clearance:C7")]
    public void An_id_card_number_must_be_text_and_ends_in_a_capital()
    {
        var result = Workbooks.Read(
            Workbooks.Decisions(
                ["11010119960101001x", "张思", "通过", null],
                [110101199601010001d, "李四", "通过", null]),
            byIdCard: true);

        Assert.Equal("11010119960101001X", result.Rows[0].Value?.Key);
        Assert.Equal("身份证号为数值型，末位已失真，请改为文本", Assert.Single(result.Rows[1].Errors).Message);
    }
}
