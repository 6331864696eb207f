using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Tests.Spreadsheets;

/// <summary>The plan of the clearance decision file, as a module would write it.</summary>
internal sealed class DecisionImport : ImportPlan<Decision>
{
    private const string WrongMode = "匹配方式与表头/内容不符";

    private readonly bool _byIdCard;
    private readonly TextColumn _name = new("姓名") { Required = true, Rule = TextRule.Name, MaxLength = 100, Sample = "张思" };
    private readonly TextColumn _remark = new("备注") { Rule = TextRule.Free, MaxLength = 500, Sample = "未交学生证" };
    private readonly ChoiceColumn<bool> _result = new("办理结果")
    {
        Required = true,
        Choices = new() { ["通过"] = true, ["未通过"] = false },
        Synonyms = new Dictionary<string, string> { ["不通过"] = "未通过" },
        Sample = "通过",
    };

    public DecisionImport(bool byIdCard = false)
    {
        _byIdCard = byIdCard;
        Key = byIdCard
            ? new TextCodeColumn("学号/身份证号") { Label = "身份证号", Aliases = ["身份证号"], Required = true, Unique = true }
            : new NumberCodeColumn("学号/身份证号") { Label = "学号", Aliases = ["学号"], Required = true, Unique = true };
        Columns = [Key, _name, _result, _remark];
    }

    public ImportColumn<string> Key { get; }

    public override string Name => "离校办理结果";

    public override IReadOnlyList<string> Instructions => ["请按环节顺序导入需要办理的数据", "单元格内不能有空格、回车等特殊符号"];

    public override IReadOnlyDictionary<string, string> RefusedHeaders =>
        new Dictionary<string, string> { [_byIdCard ? "学号" : "身份证号"] = WrongMode };

    protected override Decision Map(ImportCells row) => new()
    {
        Key = row.Get(Key),
        Name = row.Get(_name),
        Passed = row.Get(_result),
        Remark = row.Get(_remark, ""),
    };
}

internal sealed record Decision
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required bool Passed { get; init; }

    public required string Remark { get; init; }
}
