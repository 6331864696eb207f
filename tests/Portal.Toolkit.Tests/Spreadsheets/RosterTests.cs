using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Tests.Spreadsheets;

public sealed class RosterTests
{
    private static readonly string[] _headers =
        ["学号", "考生号", "姓名", "性别", "出生日期", "身份证号", "学院", "年级", "是否户口迁移", "住宿信息"];

    [Fact]
    public void Every_kind_of_column_reads_its_cells()
    {
        var rows = Read(
            ["2020010101", 20420000000001d, "张思", "女", new DateOnly(1996, 1, 1), "110101199601010001", "马克思主义学院", 2020, "是", "东区-研1号楼-2层--01床"],
            [2020010102d, null, "Anna Li", null, "1997/1/2", "11010119970102001x", "马克思主义学院", null, null, null]);

        var first = rows[0].Value!;
        Assert.Equal(("2020010101", "20420000000001", "F", 2020, true), (first.StudentNo, first.ExamNo, first.Gender, first.Grade!.Value, first.HukouTransfer));
        Assert.Equal(new DateOnly(1996, 1, 1), first.BirthDate);
        Assert.Equal(["东区", "研1号楼", "2层", "", "01床"], first.Dormitory);
        var second = rows[1].Value!;
        Assert.Equal((null, null, null, false), (second.ExamNo, second.Gender, second.Grade, second.HukouTransfer));
        Assert.Equal((new DateOnly(1997, 1, 2), "11010119970102001X"), (second.BirthDate!.Value, second.IdCardNo));
        Assert.Empty(second.Dormitory);
    }

    [Fact]
    public void All_faults_of_a_row_are_listed()
    {
        var row = Assert.Single(Read(["甲", null, "张 思", "不详", "1996-13-01", 110101199601010001d, null, 2020.5, "也许", "东区"]));

        Assert.Equal(
            [
                "学号不是有效数字", "姓名含空格/回车等特殊字符", "性别只能为 男 或 女", "出生日期不是有效日期（如 2001-09-30）",
                "身份证号为数值型，末位已失真，请改为文本", "院系为空", "年级应为整数", "是否户口迁移只能为 是 或 否", "住宿信息应为 校区-楼-层-房间-床",
            ],
            row.Errors.Select(error => error.Message));
    }

    [Fact]
    public void A_rule_over_several_cells_rejects_the_row()
    {
        var row = Assert.Single(Read([1d, null, "张思", null, 19960102d, "110101199601010001", "马院", null, null, null]));

        Assert.Null(row.Value);
        Assert.Equal("birth", Assert.Single(row.Errors).Code);
    }

    [Fact]
    public void Several_columns_may_be_unique()
    {
        object?[] Row(double number, string card) => [number, 7, "张思", null, null, card, "马院", null, null, null];

        var rows = Read(Row(1, "110101199601010001"), Row(2, "110101199601010002"), Row(3, "110101199601010002"));

        Assert.Equal("考生号 与第3、4行重复", Describe(rows[0]));
        Assert.Equal("考生号 与第2、4行重复；身份证号 与第4行重复", Describe(rows[1]));

        static string Describe(ImportRow<RosterRow> row) => string.Join("；", row.Errors.Select(error => $"{error.Column} {error.Message}"));
    }

    private static IReadOnlyList<ImportRow<RosterRow>> Read(params object?[][] rows)
    {
        using var stream = Workbooks.Of(_headers, rows);
        return new RosterImport().Read(stream, "名册.xlsx").Rows;
    }
}
