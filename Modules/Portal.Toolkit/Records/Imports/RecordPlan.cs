using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Records.Imports;

/// <summary>The file of an import of records: common fields, then those of the form; no files and no rows inside a record.</summary>
internal sealed class RecordPlan : ImportPlan<RecordLine>
{
    private readonly RecordType _type;
    private readonly RecordColumn[] _columns;

    public RecordPlan(RecordType type)
    {
        _type = type;
        _columns = [.. Common(type), .. type.Fields.Where(IsInFile).Select(RecordColumn.Of)];
        Columns = _columns;
    }

    public override string Name => _type.Label;

    public override IReadOnlyList<ImportColumn> Shown => [.. Columns.OrderByDescending(column => column.Required).Take(4)];

    public override IReadOnlyList<string> Instructions =>
    [
        "标 * 的列必填。每行新建一条记录，属于导入人当前所在的单位。",
        "有一行错误，整个文件就一行也不导入；改正后再选择同一个文件即可。",
        $"导入后的状态是“{_type.StateOf(_type.ImportedState).Label}”。",
    ];

    /// <summary>Whether the file has a column for the field.</summary>
    public static bool IsInFile(Field field) => field.InBody && field.Kind is not (FieldKind.Rows or FieldKind.File);

    protected override RecordLine Map(ImportCells row) =>
        new(_columns.Select(column => (column.Name, Value: row.OrNull(column))).Where(cell => cell.Value is not null).ToDictionary(cell => cell.Name, cell => cell.Value!));

    private static IEnumerable<RecordColumn> Common(RecordType type)
    {
        if (type.HasCommonFields)
        {
            yield return new("title", RecordColumn.Marked("标题", isRequired: true)) { Label = "标题", Required = true, Width = 36 };
            yield return new("unitHead", "单位一把手") { Hint = "填写姓名，有同名的填写账号" };
        }

        yield return new("owner", "责任人") { Hint = "填写姓名，有同名的填写账号；空着时是导入人" };
        yield return new("year", "年度") { Hint = "空着时是今年", Sample = "2026", As = SheetFormat.General };
        if (type.HasCommonFields)
        {
            yield return new("level", "层级") { Choices = RecordWords.Levels };
            yield return new("region", "地域") { Choices = RecordWords.Regions, Hint = "空着时是国外" };
        }

        yield return new("secrecy", "密级") { Choices = RecordWords.Secrecies, Hint = "空着时是内部" };
        yield return new("remarks", "备注") { Width = 30 };
    }
}
