using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Numbers;
using Portal.Toolkit.Spreadsheets;

namespace Portal.RegistryTransfer.Students.Import;

/// <summary>The file of 学生导入: one row for each student of the school.</summary>
internal sealed class StudentPlan : ImportPlan<StudentDraft>
{
    private readonly Stages _stages;
    private readonly DateOnly _today;
    private readonly TextCodeColumn _number = new("全国学籍号") { Required = true, Unique = true, MaxLength = 25, Hint = "以 G、L、J 开头，19 位，须为文本", Sample = "G449901201503120132", Width = 24 };
    private readonly TextColumn _name = new("姓名") { Required = true, Rule = TextRule.Name, MaxLength = 50, Sample = "张示例" };
    private readonly ChoiceColumn<int> _gender = new("性别") { Required = true, Choices = new() { ["男"] = 1, ["女"] = 0 }, Sample = "男", Width = 8 };
    private readonly DateColumn _birthDate = new("出生日期") { Required = true, Sample = "2015-03-12" };
    private readonly ChoiceColumn<IdType> _idType = new("身份证件类型") { Required = true, Choices = Choices(Words.Of, Enum.GetValues<IdType>()), Sample = "居民身份证" };
    private readonly TextCodeColumn _idNumber = new("身份证件号") { Unique = true, MaxLength = 25, Mask = IdNumber.Mask, Hint = "须为文本；类型为“其他”时可空", Sample = "449901201503120132", Width = 24 };
    private readonly ChoiceColumn<string> _grade;
    private readonly TextColumn _class = new("班级") { Required = true, MaxLength = 20, Sample = "1", Width = 10 };
    private readonly ChoiceColumn<int> _boarding = new("就读方式") { Required = true, Choices = new() { ["走读"] = 1, ["住校"] = 2 }, Sample = "走读", Width = 10 };
    private readonly ChoiceColumn<EnrolmentStatus> _status = new("学籍状态")
    {
        Required = true,
        Choices = Choices(Words.Of, [EnrolmentStatus.Regular, EnrolmentStatus.Suspended, EnrolmentStatus.OtherLeave, EnrolmentStatus.Abroad, EnrolmentStatus.Missing]),
        Sample = "正常在校",
    };

    private readonly DateColumn _entryOn = new("入学日期") { Required = true, Sample = "2021-09-01" };

    public StudentPlan(Stages stages, DateOnly today)
    {
        (_stages, _today) = (stages, today);
        _grade = new("年级") { Required = true, Choices = Choices(code => Grade.Find(code)!.Label, Grade.All.Where(grade => stages.HasFlag(grade.Stage)).Select(grade => grade.Code)), Sample = "小学一年级" };
        Columns = [_number, _name, _gender, _birthDate, _idType, _idNumber, _grade, _class, _boarding, _status, _entryOn];
    }

    public override string Name => "学生学籍";

    public override IReadOnlyList<string> Instructions =>
    [
        "按全国学籍号对应：本校没有的新建学籍，已有的按文件更新；同一个文件再导入一次不会有变化。",
        "身份证件号空着时保持原值。学籍状态只用于新建；已有学生的状态请用“学籍变动”办理。",
        "学生在其他学校有学籍的不能导入，请走跨省转学。",
    ];

    public override IReadOnlyList<ImportColumn> Shown => [_number, _name, _grade, _class];

    protected override StudentDraft Map(ImportCells row) => new()
    {
        Number = StudentNumber.Normalize(row.Get(_number)),
        Name = row.Get(_name),
        Gender = row.Get(_gender),
        BirthDate = row.Get(_birthDate),
        IdType = row.Get(_idType),
        IdNumber = IdNumber.Normalize(row.OrNull(_idNumber)),
        Grade = row.Get(_grade),
        ClassNo = row.Get(_class),
        Boarding = row.Get(_boarding),
        Status = row.Get(_status),
        EntryOn = row.Get(_entryOn),
    };

    // Whether a missing identity number is one only the registry can say.
    protected override IEnumerable<ImportError> Check(StudentDraft row) =>
        row.FindFaults(_stages, keepsIdNumber: true, _today).Select(fault => new ImportError { Column = LabelOf(fault.Field), Code = fault.Field, Message = fault.Message });

    private string LabelOf(string field) => field switch
    {
        nameof(StudentDraft.Number) => _number.Label,
        nameof(StudentDraft.Name) => _name.Label,
        nameof(StudentDraft.BirthDate) => _birthDate.Label,
        nameof(StudentDraft.IdNumber) => _idNumber.Label,
        nameof(StudentDraft.Grade) => _grade.Label,
        nameof(StudentDraft.ClassNo) => _class.Label,
        _ => _entryOn.Label,
    };
}
