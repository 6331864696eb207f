using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Tests.Spreadsheets;

/// <summary>A plan with many columns, as for the roster of graduates.</summary>
internal sealed class RosterImport : ImportPlan<RosterRow>
{
    private static readonly OrderedDictionary<string, bool> _yesOrNo = new() { ["是"] = true, ["否"] = false };

    private readonly NumberCodeColumn _studentNo = new("学号") { Required = true, Unique = true, AcceptText = true, Sample = "2020010101" };
    private readonly NumberCodeColumn _examNo = new("考生号") { Unique = true, AcceptText = true };
    private readonly TextColumn _name = new("姓名") { Required = true, Rule = TextRule.Name, MaxLength = 100 };
    private readonly ChoiceColumn<string> _gender = new("性别") { Choices = new() { ["男"] = "M", ["女"] = "F" } };
    private readonly DateColumn _birthDate = new("出生日期");
    private readonly TextCodeColumn _idCardNo = new("身份证号") { Required = true, Unique = true, MaxLength = 18, Width = 22 };
    private readonly TextColumn _department = new("院系") { Required = true, Aliases = ["学院", "培养单位"] };
    private readonly TextColumn _major = new("专业");
    private readonly TextColumn _class = new("班级");
    private readonly NumberColumn _grade = new("年级") { WholeNumbers = true, Minimum = 1950, Maximum = 2100 };
    private readonly TextColumn _level = new("培养层次");
    private readonly ChoiceColumn<bool> _hukouTransfer = new("是否户口迁移") { Choices = _yesOrNo };
    private readonly CustomColumn<string[]> _dormitory = new("住宿信息", ReadDormitory) { Hint = "校区-楼-层-房间-床，可缺" };

    public RosterImport() => Columns =
    [
        _studentNo, _examNo, _name, _gender, _birthDate, _idCardNo, _department, _major, _class, _grade, _level, _hukouTransfer, _dormitory,
    ];

    public override string Name => "离校学生名册";

    protected override RosterRow Map(ImportCells row) => new()
    {
        StudentNo = row.Get(_studentNo),
        ExamNo = row.OrNull(_examNo),
        Name = row.Get(_name),
        Gender = row.OrNull(_gender),
        BirthDate = row.ValueOrNull(_birthDate),
        IdCardNo = row.Get(_idCardNo),
        Department = row.Get(_department),
        Grade = (int?)row.ValueOrNull(_grade),
        HukouTransfer = row.Get(_hukouTransfer, false),
        Dormitory = row.Get(_dormitory, []),
    };

    protected override IEnumerable<ImportError> Check(RosterRow row)
    {
        if (row.BirthDate is { } birth && !row.IdCardNo.Contains(birth.ToString("yyyyMMdd"), StringComparison.Ordinal))
            yield return new ImportError { Column = "出生日期", Code = "birth", Message = "出生日期与身份证号不符" };
    }

    private static CellResult<string[]> ReadDormitory(Cell cell, CellContext context)
    {
        var parts = cell.Text.Split('-');
        return parts.Length == 5 ? parts : context.Fail("dormitory", $"{context.Label}应为 校区-楼-层-房间-床");
    }
}

internal sealed record RosterRow
{
    public required string StudentNo { get; init; }

    public string? ExamNo { get; init; }

    public required string Name { get; init; }

    public string? Gender { get; init; }

    public DateOnly? BirthDate { get; init; }

    public required string IdCardNo { get; init; }

    public required string Department { get; init; }

    public int? Grade { get; init; }

    public bool HukouTransfer { get; init; }

    public string[] Dormitory { get; init; } = [];
}
