using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Support;

/// <summary>协商会议 (Art. 6(6)) of 国际交流处, 教务处, 学生工作部 and 国际教育学院 on students from abroad; the others confirm the minutes.</summary>
internal sealed class CoordinationMeetingType : RecordType
{
    public const string TypeKey = "exchange.coordination-meeting";

    public override string Key => TypeKey;

    public override string Label => "协商会议";

    public override string Prefix => "XH";

    public override string Group => Groups.Support;

    public override string ApprovedState => "active";

    public override (string? Start, string? End) Period => ("heldOn", null);

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("heldOn", "会议日期", FieldKind.Date) { InList = true },
        new("attendees", "参会人员", FieldKind.Person, Multiple: true, Max: 50),
        new("topics", "议题", FieldKind.LongText),
        new("minutes", "会议纪要", FieldKind.LongText),
        new("actions", "议定事项", FieldKind.Rows, Required: false, Columns:
        [
            new("text", "事项", FieldKind.Text, Max: 500),
            new("unit", "办理单位", FieldKind.Unit),
            new("dueOn", "期限", FieldKind.Date),
            new("done", "已完成", FieldKind.YesNo, Required: false),
        ]) { Kept = true },
    ];

    public override IReadOnlyList<RecordStep> Route { get; } =
    [
        new("sie", "国际教育学院确认纪要", Offices.InternationalCollege, "第六条六") { MayReject = false },
        new("aao", "教务处确认纪要", Offices.AcademicAffairs, "第六条六") { MayReject = false },
        new("stu", "学生工作部（处）确认纪要", Offices.StudentAffairs, "第六条六") { MayReject = false },
    ];

    public override IReadOnlyList<RecordState> States { get; } = [new("active", "落实中", StateKind.Mine)];

    public override IReadOnlyList<RecordMove> Moves { get; } = [new(RecordMove.Close, ["active"], "closed", "办结", Act.Execute)];

    public override IReadOnlyList<RecordGuard> Guards { get; } =
        [RecordGuard.Of(RecordMove.Close, "第六条六", "还有议定事项没有完成，不能办结", record => record.Rows("actions").All(action => action.Bool("done")))];

    public override IReadOnlyList<RecordDue> Dues { get; } =
        [new("actions", "议定事项", (record, _) => NextDue(record)?.ToDateTime(default), record => NextDue(record) is null) { IsRecurring = true }];

    public override IReadOnlyList<long> PartnersOf(RecordView record) =>
        [.. record.Rows("actions").Select(action => action.Unit("unit")).OfType<long>().Where(unit => unit != record.UnitId).Distinct()];

    private static DateOnly? NextDue(RecordView record) => record.Rows("actions").Where(action => !action.Bool("done")).Min(action => action.Date("dueOn"));
}
