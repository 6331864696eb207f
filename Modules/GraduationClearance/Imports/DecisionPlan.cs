using Portal.GraduationClearance.Decisions;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Imports;

/// <summary>The file of 批量导入: 学号/身份证号, 姓名, 办理结果, 备注 (seed item 32).</summary>
public sealed class DecisionPlan : ImportPlan<DecisionLine>
{
    public const string WrongMatch = "匹配方式与表头/内容不符";

    public const string ResultHeader = "办理结果";

    private const string CombinedHeader = "学号/身份证号";

    private readonly TextColumn _name = new("姓名") { Required = true, Rule = TextRule.Name, MaxLength = 100, Hint = "须与学校名单一致", Sample = "张思" };

    private readonly ChoiceColumn<bool> _result = new(ResultHeader)
    {
        Required = true,
        Choices = new() { ["通过"] = true, ["未通过"] = false },
        Synonyms = new Dictionary<string, string> { ["不通过"] = "未通过" },
        Hint = "只能为通过或未通过",
        Sample = "通过",
    };

    private readonly TextColumn _remark = new("备注")
    {
        Rule = TextRule.Free, MaxLength = Decision.MaxRemark, Width = 40, Hint = $"未通过的原因，最多{Decision.MaxRemark}字", Sample = "未交学生证",
    };

    public DecisionPlan(MatchBy matchBy)
    {
        MatchBy = matchBy;
        Key = matchBy == MatchBy.IdCard
            ? new TextCodeColumn("身份证号") { Required = true, Unique = true, Mask = IdCardNumber.Mask, Aliases = [CombinedHeader], Width = 24, Hint = "须为文本，末位可为X", Sample = "110101199601010001" }
            : new NumberCodeColumn("学号") { Required = true, Unique = true, Aliases = [CombinedHeader], Hint = "须为数字值，不能为文本型", Sample = "2020010101" };
        Columns = [Key, _name, _result, _remark];
    }

    public MatchBy MatchBy { get; }

    public ImportColumn<string> Key { get; }

    public override string Name => $"离校办理（{MatchWords.Of(MatchBy)}）";

    public override IReadOnlyList<string> Instructions =>
    [
        "表格中的数据不能有空格、回车等特殊符号。",
        "请按环节顺序导入需要办理的数据，同一学生只能出现一次。",
        $"每个文件最多{SpreadsheetLimits.Default.Rows}行、{SpreadsheetLimits.Default.Bytes >> 20}MB；隐藏的行不会导入。",
    ];

    public override IReadOnlyDictionary<string, string> RefusedHeaders =>
        new Dictionary<string, string> { [MatchBy == MatchBy.IdCard ? "学号" : "身份证号"] = WrongMatch };

    protected override void CheckFile(ImportResult<DecisionLine> file)
    {
        if (IsOtherKind(file))
            throw new SpreadsheetException(WrongMatch, $"请改用{MatchWords.Of(MatchBy == MatchBy.IdCard ? MatchBy.StudentNo : MatchBy.IdCard)}，或更换文件");
    }

    protected override DecisionLine Map(ImportCells row) => new()
    {
        Key = row.Get(Key),
        Name = row.Get(_name),
        IsPass = row.Get(_result),
        Remark = row.Get(_remark, ""),
    };

    // At least half of the keys are of the other kind: 18 characters where student numbers belong, short numbers where ID-card numbers do.
    private bool IsOtherKind(ImportResult<DecisionLine> file)
    {
        var keys = file.Rows.Select(row => file.Raw(row, Key)).Where(cell => !cell.IsBlank).Select(Characters).ToArray();
        var foreign = keys.Count(key => MatchBy == MatchBy.IdCard ? key.Length < 15 && CellText.IsDigits(key) : key.Length == 18);
        return foreign > 0 && foreign * 2 >= keys.Length;
    }

    // A number of 18 digits has lost its last ones; how many there were still shows which kind it is.
    private static string Characters(Cell cell) => cell.Kind == CellKind.Number
        ? cell.Number.ToString("F0", System.Globalization.CultureInfo.InvariantCulture)
        : CellText.Canonical(cell);
}
