using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Students;

/// <summary>留学生奖惩: proposed by those who care for the student, decided by 国际交流处. An expulsion changes the status only through 国际教育学院 and 教务处.</summary>
internal sealed class StudentRewardType : RecordType
{
    public const string TypeKey = "exchange.student-reward";

    public override string Key => TypeKey;

    public override string Label => "留学生奖惩";

    public override string Prefix => "JC";

    public override string Group => Groups.Students;

    public override bool HasCommonFields => false;

    public override bool MayChange => false;

    public override IReadOnlyList<Grant> Grants { get; } = Matrix.OfPeople(TypeKey);

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("student", "留学生", FieldKind.Ref, RefType: IntlStudentType.TypeKey),
        new("kind", "类别", FieldKind.Choice, Options: "reward=奖励;warning=警告;serious=严重警告;demerit=记过;probation=留校察看;expulsion=退学") { InList = true },
        new("facts", "事实", FieldKind.LongText),
        new("basis", "依据", FieldKind.Text, Max: 500),
        new("hearing", "本人申辩", FieldKind.LongText, ShowIf: record => !record.Is("kind", "reward")) { Hint = "本人没有申辩时写“无”。" },
        new("decisionNo", "决定文号", FieldKind.Text, Max: 50) { AskedBy = "announce", InList = true },
        new("announcedOn", "送达日期", FieldKind.Date) { AskedBy = "announce", IsPast = true },
        new(Derived.Origin, "发起部门", FieldKind.Choice, Required: false, Options: "STU=学生工作部（处）") { AskedBy = Derived.Key },
    ];

    public override IReadOnlyList<RecordStep> Route { get; } =
    [
        new("student-affairs", "学生工作部（处）意见", Offices.StudentAffairs, "第九条五5", Derived.NotFrom(Offices.StudentAffairs)) { MayReject = false },
        new("office", "国际交流处决定", Offices.Exchange, "第六条六"),
    ];

    public override IReadOnlyList<RecordState> States { get; } = [new("approved", "已决定", StateKind.Passed), new("closed", "已送达", StateKind.NotRequired, IsFinal: true)];

    public override IReadOnlyList<RecordMove> Moves { get; } = [Derived.Move, new("announce", ["approved"], "closed", "登记文号和送达", Act.Decide)];

    public override IReadOnlyList<RecordGuard> Guards { get; } = [OwnStudents.Guard("第六条六、第八条七")];

    public override int IdsPerChange => RecordWriter.IdsPerRecord + 2;

    public override string TitleOf(RecordView record) => $"{record.Ref("student")?.Title} {Find("kind")!.Choices.FirstOrDefault(choice => choice.Key == record["kind"])?.Label}".Trim();

    public override async Task ChangedAsync(RecordChange change, RecordWriter writer)
    {
        await Derived.MarkOriginAsync(change, writer, Offices.StudentAffairs);
        if (!change.Entered("approved") || !change.After.Is("kind", "expulsion"))
            return;
        await writer.NotifyOfficeAsync(Offices.InternationalCollege, change.After, "退学决定，请办理学籍", change.After.Title);
        await writer.NotifyOfficeAsync(Offices.AcademicAffairs, change.After, "退学决定，待国际教育学院办理后确认", change.After.Title);
    }
}
