using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Students;

/// <summary>留学生日常与安全: notes of those who care for a student.</summary>
internal sealed class StudentCareType : RecordType
{
    public const string TypeKey = "exchange.student-care";

    public override string Key => TypeKey;

    public override string Label => "留学生日常与安全";

    public override string Prefix => "RC";

    public override string Group => Groups.Students;

    public override bool HasCommonFields => false;

    public override (string? Start, string? End) Period => ("on", null);

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("student", "留学生", FieldKind.Ref, RefType: IntlStudentType.TypeKey),
        new("kind", "类别", FieldKind.Choice, Options: "daily=日常管理;safety=安全;attendance=考勤;talk=谈话") { InList = true },
        new("on", "日期", FieldKind.Date) { InList = true, IsPast = true },
        new("note", "情况", FieldKind.LongText),
        new("action", "处理", FieldKind.LongText, Required: false) { Kept = true },
        new("security", "保卫处意见", FieldKind.LongText) { AskedBy = "assist" },
        new("outcome", "结果", FieldKind.LongText) { AskedBy = RecordMove.Close },
        HolderUnit.Field,
    ];

    public override IReadOnlyList<RecordState> States { get; } = [new("active", "跟进中", StateKind.Mine)];

    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        new("assist", ["active"], RecordMove.Stay, "填写保卫处意见", Act.Review) { Roles = [Offices.Security] },
        new(RecordMove.Close, ["active"], "closed", "办结", Act.Decide),
        new(RecordMove.Reopen, ["closed"], "active", "重新跟进", Act.Decide) { NeedsReason = true },
        Derived.Move,
    ];

    public override IReadOnlyList<RecordGuard> Guards { get; } = [OwnStudents.Guard("第八条七")];

    public override int IdsPerChange => RecordWriter.IdsPerRecord;

    public override IReadOnlyList<long> PartnersOf(RecordView record) => HolderUnit.PartnersOf(record);

    public override Task ChangedAsync(RecordChange change, RecordWriter writer) => HolderUnit.TakeOverAsync(change, writer);

    public override string TitleOf(RecordView record) => $"{record.Ref("student")?.Title} {Find("kind")!.Choices.FirstOrDefault(choice => choice.Key == record["kind"])?.Label} {record["on"]}".Trim();
}
