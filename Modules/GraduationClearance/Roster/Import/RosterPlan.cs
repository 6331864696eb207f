using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Roster.Import;

/// <summary>The file of 名单导入: the thirteen columns of the desk (seed item 24), 考生号, 年级 and 出生日期.</summary>
public sealed class RosterPlan : ImportPlan<RosterLine>
{
    private readonly TextColumn _studentNo = new("学号") { Required = true, Unique = true, Rule = TextRule.Key, MaxLength = 32, Sample = "2020010101" };
    private readonly TextColumn _examNo = new("考生号") { Unique = true, Rule = TextRule.Key, MaxLength = 32, Hint = "同一方案内不能重复" };
    private readonly TextColumn _name = new("姓名") { Required = true, Rule = TextRule.Name, MaxLength = 100, Sample = "张思" };
    private readonly ChoiceColumn<string> _gender = new("性别") { Choices = new() { ["男"] = "男", ["女"] = "女" }, Sample = "男", Width = 8 };
    private readonly DateColumn _birthDate = new("出生日期") { Hint = "有身份证号时可不填", Sample = "1996-01-01" };
    private readonly CustomColumn<double> _age;
    private readonly CustomColumn<string> _idCard;
    private readonly CustomColumn<long> _department;
    private readonly TextColumn _major = new("专业") { MaxLength = 100, Sample = "马克思主义理论--硕博", Width = 28 };
    private readonly TextColumn _className = new("班级") { MaxLength = 100, Sample = "马克思主义理论" };
    private readonly TextColumn _grade = new("年级") { MaxLength = 20, Sample = "2020", Width = 8 };
    private readonly TextColumn _category = new("学生类别") { MaxLength = 50, Sample = "学历硕士" };
    private readonly TextColumn _level = new("培养层次") { MaxLength = 50, Sample = "硕士", Width = 10 };
    private readonly ChoiceColumn<bool> _hukou = new("是否户口迁移")
    {
        Aliases = ["户口迁移", "离校户口迁移"], Choices = new() { ["是"] = true, ["否"] = false }, Hint = "空着为否", Sample = "否",
    };

    private readonly TextColumn _dormitory = new("住宿信息") { MaxLength = 200, Hint = "校区-楼-层-房间-床，缺的一段空着；不住宿的空着", Sample = "东区-研8号楼-2层-246-01床", Width = 28 };

    public RosterPlan(IUnitTree tree, IUnitContext context)
    {
        var departments = new DepartmentNames(tree, context);
        _age = new("年龄", (cell, _) => cell.Number) { TemplateFormat = SheetFormat.General, Hint = "只供核对，不保存；有身份证号或出生日期时忽略" };
        _idCard = new("身份证号", ReadIdCard) { Unique = true, Mask = IdCardNumber.Mask, Hint = "须为文本，18位（末位可为X）或15位", Sample = "110101199601010001", Width = 24 };
        _department = new("院系", (cell, error) => departments.Find(cell.Text.Trim(), error)) { Required = true, Hint = "与组织机构中的名称一致", Sample = "马克思主义学院", Width = 24 };
        Columns = [_studentNo, _examNo, _name, _gender, _birthDate, _age, _idCard, _department, _major, _className, _grade, _category, _level, _hukou, _dormitory];
    }

    public override string Name => "离校名单";

    public override IReadOnlyList<string> Instructions =>
    [
        "按学号对应：名单中没有的学号新增，已有的按文件更新；同一个文件再导入一次不会有变化。",
        "文件中没有的列保持原值；有这一列而单元格空着，表示没有这一项；身份证号、考生号、出生日期空着时保持原值。",
        $"每个文件最多{SpreadsheetLimits.Default.Rows}行、{SpreadsheetLimits.Default.Bytes >> 20}MB；隐藏的行不会导入。",
    ];

    public override IReadOnlyList<ImportColumn> Shown => [_studentNo, _name, _department];

    /// <summary>Which facts the file speaks of; the others keep what is stored.</summary>
    public RosterColumns ColumnsOf(IReadOnlyList<string> headers)
    {
        bool Has(ImportColumn column) => headers.Any(header => header == column.Header || column.Aliases.Contains(header));
        return new RosterColumns(
            Has(_gender), Has(_major), Has(_className), Has(_grade), Has(_category), Has(_level), Has(_hukou), Has(_dormitory));
    }

    protected override RosterLine Map(ImportCells row)
    {
        var idCard = row.OrNull(_idCard);
        var birthDate = (idCard is null ? null : IdCardNumber.BirthDate(idCard)) ?? row.ValueOrNull(_birthDate);
        return new RosterLine
        {
            StudentNo = row.Get(_studentNo),
            Name = row.Get(_name),
            DepartmentId = row.Get(_department),
            ExamNo = row.OrNull(_examNo),
            Gender = row.OrNull(_gender),
            BirthDate = birthDate,
            IdCardNo = idCard,
            Major = row.OrNull(_major),
            ClassName = row.OrNull(_className),
            Grade = row.OrNull(_grade),
            StudentCategory = row.OrNull(_category),
            EducationLevel = row.OrNull(_level),
            HukouTransfer = row.ValueOrNull(_hukou),
            Dormitory = row.OrNull(_dormitory),
            Warning = Warning(idCard, birthDate, row.ValueOrNull(_age)),
        };
    }

    private static string Warning(string? idCard, DateOnly? birthDate, double? age)
    {
        if (idCard is not null && !IdCardNumber.HasCheckDigit(idCard))
            return "身份证号校验位不符，请核对";
        return birthDate is null && age is not null ? "没有身份证号和出生日期，年龄不保存" : "";
    }

    private static CellResult<string> ReadIdCard(Cell cell, CellContext context)
    {
        if (cell.Kind == CellKind.Number)
            return context.Fail(ImportCodes.TextAsNumber, "身份证号为数值型，末位已失真，请改为文本");
        if (cell.Kind != CellKind.Text)
            return context.Fail(ImportCodes.TextAsNumber, "身份证号应为文本");
        if (!context.Clean && CellText.HasSpecialCharacters(cell.Text))
            return context.Fail(ImportCodes.SpecialCharacters, "身份证号含空格/回车等特殊字符");
        var cleaned = CellText.Clean(cell.Text);
        var number = IdCardNumber.Normalize(cleaned);
        return IdCardNumber.HasForm(number)
            ? CellResult.Of(number, cleaned != cell.Text)
            : context.Fail("id-card", "身份证号应为18位（末位可为X）或15位");
    }
}

/// <summary>Which optional columns a file has.</summary>
public sealed record RosterColumns(
    bool Gender, bool Major, bool ClassName, bool Grade, bool StudentCategory, bool EducationLevel, bool HukouTransfer, bool Dormitory);
