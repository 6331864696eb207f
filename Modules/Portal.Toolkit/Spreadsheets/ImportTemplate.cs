namespace Portal.Toolkit.Spreadsheets;

/// <summary>The workbook a user downloads, fills in and imports.</summary>
public static class ImportTemplate
{
    internal const string Explanation = "填写说明";

    private static readonly SheetColumn[] _explanation =
    [
        new("列名") { Width = 20 },
        new("必填") { Width = 8 },
        new("格式") { Width = 24 },
        new("说明") { Width = 60 },
        new("示例") { Width = 28 },
    ];

    /// <summary>Writes sheet 数据 with the headers only and sheet 填写说明, which no import reads.</summary>
    public static void Write(SheetWriter writer, IImportPlan plan)
    {
        writer.BeginSheet("数据", [.. plan.Columns.Select(column => new SheetColumn(column.Header)
        {
            Width = column.Width,
            Format = column.Format,
            Choices = column.Words,
        })]);
        writer.BeginSheet(Explanation, _explanation);
        foreach (var column in plan.Columns)
            writer.WriteRow(column.Header, column.Required ? "是" : "否", Describe(column), column.Hint, column.Sample);
        foreach (var instruction in plan.Instructions)
            writer.WriteRow("", "", "", instruction);
    }

    private static string Describe(ImportColumn column) => column.Words.Count > 0
        ? string.Join("/", column.Words)
        : column.Format switch
        {
            SheetFormat.WholeNumber => "数字值，不能为文本型",
            SheetFormat.General or SheetFormat.Money => "数字",
            SheetFormat.Date or SheetFormat.DateTime => "日期，如 2001-09-30",
            _ => "文本",
        };
}
