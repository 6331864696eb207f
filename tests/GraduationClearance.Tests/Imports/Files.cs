using Portal.Testing;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Tests.Imports;

/// <summary>Import files made by the toolkit's own writer; a student's number is a number, an ID card's is text.</summary>
internal static class Files
{
    public static readonly string[] Headers = ["学号/身份证号", "姓名", "办理结果", "备注"];

    // The seed's fourteen names (domain §4f).
    private static readonly string[] Names = ["张思", "李思", "王思", "赵思", "孙思", "周思", "吴思", "郑思", "冯思", "陈思", "林思", "周思", "吴思", "郑思"];

    public static byte[] Of(params object?[][] rows) => SheetFile.Write(Headers, rows);

    /// <summary>A good row for one of the students 101 to 114.</summary>
    public static object?[] Student(int number, string result = "通过", string? remark = null) => [2020010000d + number, Names[number - 101], result, remark];

    public static ImportResult<Row> Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return new Reading().Read(stream, "错误数据.xlsx");
    }

    /// <summary>Reads back what the portal wrote, without any check.</summary>
    public sealed class Reading : ImportPlan<Row>
    {
        private readonly TextColumn _name = new("姓名") { Rule = TextRule.Free };
        private readonly TextColumn _reason = new("错误原因") { Rule = TextRule.Free, MaxLength = 1000 };

        public Reading() => Columns = [_name, _reason];

        public override string Name => "错误数据";

        protected override Row Map(ImportCells row) => new(row.RowNumber, row.Get(_name, ""), row.Get(_reason, ""));
    }

    public sealed record Row(int RowNumber, string Name, string Reason);
}
