using Portal.Toolkit.Records.Reading;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Records.Imports;

/// <summary>A column of an import of records: the cell as somebody would type it into the form; the form's parser does the rest.</summary>
internal sealed class RecordColumn(string name, string header) : ImportColumn<string>(header)
{
    private const double FirstInexact = 1e15;

    /// <summary>Name of the form's input.</summary>
    public string Name { get; } = name;

    public SheetFormat As { get; init; } = SheetFormat.Text;

    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];

    public override SheetFormat Format => As;

    public override IReadOnlyList<string> Words => [.. Choices.Select(choice => choice.Label)];

    /// <summary>The column of a field.</summary>
    public static RecordColumn Of(Field field) => new(field.Id, Marked(field.Label, IsAlwaysRequired(field)))
    {
        Label = field.Label,
        Required = IsAlwaysRequired(field),
        Choices = field is { Kind: FieldKind.Choice, Multiple: false } ? field.Choices : field.Kind == FieldKind.YesNo ? [new("true", "是"), new("false", "否")] : [],
        Hint = string.Join("；", new[] { field.Hint, HintOf(field) }.Where(hint => hint.Length > 0)),
        Sample = SampleOf(field),
        Mask = field.Sensitive ? RecordTextService.Mask : null,
        As = field.Kind switch
        {
            FieldKind.Date => SheetFormat.Date,
            FieldKind.DateTime => SheetFormat.DateTime,
            FieldKind.Money => SheetFormat.Money,
            FieldKind.Int => SheetFormat.General,
            _ => SheetFormat.Text,
        },
    };

    /// <summary>With the mark of a required column.</summary>
    public static string Marked(string label, bool isRequired) => isRequired ? $"{label}*" : label;

    protected override CellResult<string> Parse(Cell cell, CellContext context)
    {
        if (cell.Kind == CellKind.Number && Math.Abs(cell.Number) >= FirstInexact)
            return context.Fail(ImportCodes.TextAsNumber, $"{Label}为数值型，末位已失真，请改为文本");
        var text = cell.Kind == CellKind.Date && cell.Date.TimeOfDay != default ? $"{cell.Date:yyyy-MM-dd HH:mm}" : CellText.Clean(cell.Text, TextRule.Free);
        return Choices.FirstOrDefault(choice => choice.Label == text)?.Key ?? text;
    }

    private static bool IsAlwaysRequired(Field field) => field is { Required: true, ShowIf: null };

    private static string HintOf(Field field) => field switch
    {
        { Multiple: true, Kind: FieldKind.Choice } => $"几个用顿号分开：{string.Join('、', field.Choices.Select(choice => choice.Label))}",
        { Kind: FieldKind.Person } => field.Multiple ? "填写姓名，有同名的填写账号，几个用顿号分开" : "填写姓名，有同名的填写账号",
        { Kind: FieldKind.Ref } => field.Multiple ? "填写编号或标题，几个用顿号分开" : "填写编号或标题",
        { Kind: FieldKind.Country } => field.Multiple ? "国家或地区的名称或两位代码，几个用顿号分开" : "国家或地区的名称或两位代码",
        { Kind: FieldKind.Unit } => "填写组织机构中的单位名称",
        { ShowIf: not null, Required: true } => "视其他列的内容必填",
        _ => "",
    };

    private static string SampleOf(Field field) => field.Kind switch
    {
        FieldKind.Date => "2026-03-02",
        FieldKind.DateTime => "2026-03-02 14:00",
        FieldKind.Money => "5000.00",
        FieldKind.Int => "12",
        FieldKind.YesNo => "是",
        FieldKind.Choice => field.Choices[0].Label,
        FieldKind.Country => "越南",
        _ => "",
    };
}
