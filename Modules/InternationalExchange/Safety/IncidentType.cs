using Portal.InternationalExchange.Students;
using Portal.InternationalExchange.Teachers;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Safety;

/// <summary>重大事项, restricted: whoever is concerned reports, 国际交流处 handles, 学生工作部 and 保卫处 assist (Art. 8(4), 9(7)).</summary>
internal sealed class IncidentType : RecordType
{
    private const string Handle = "handle";

    public const string TypeKey = "exchange.incident";

    public override string Key => TypeKey;

    public override string Label => "重大事项";

    public override string Prefix => "SX";

    public override string Group => Groups.Safety;

    public override bool IsSensitive => true;

    public override string? KindField => "category";

    public override string ApprovedState => "reported";

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("category", "类别", FieldKind.Choice, Options: "teacher=外籍教师;student=留学生;trip=出访;leak=失泄密;document=证照遗失;other=其他") { InList = true },
        new("gravity", "等级", FieldKind.Choice, Options: "normal=一般;major=重大") { InList = true },
        new("occurredAt", "发生时间", FieldKind.DateTime) { InList = true },
        new("reportedAt", "报告时间", FieldKind.DateTime, Required: false, Check: record => record.Time("reportedAt") < record.Time("occurredAt") ? "报告时间早于发生时间" : null),
        new("persons", "涉及人员", FieldKind.Rows, Columns:
        [
            new("name", "姓名", FieldKind.Text, Max: 100),
            new("role", "身份", FieldKind.Text, Max: 100),
            new("country", "国籍", FieldKind.Country, Required: false),
        ]) { Min = 1 },
        new("students", "涉及的留学生", FieldKind.Ref, Required: false, RefType: IntlStudentType.TypeKey, Multiple: true, Max: 50, ShowIf: record => record.Is("category", "student"))
            { Hint = "关联后，有权查看本事项的人在留学生档案中可以看到。" },
        new("teachers", "涉及的外籍教师", FieldKind.Ref, Required: false, RefType: ForeignTeacherType.TypeKey, Multiple: true, Max: 50, ShowIf: record => record.Is("category", "teacher"))
            { Hint = "关联后，有权查看本事项的人在外籍教师档案中可以看到。" },
        new("facts", "事实经过", FieldKind.LongText),
        new("actions", "处置记录", FieldKind.Rows, Required: false, Columns:
        [
            new("at", "时间", FieldKind.DateTime),
            new("by", "办理人", FieldKind.Text, Max: 100),
            new("text", "措施", FieldKind.Text, Max: 500),
        ]) { Kept = true },
        new("notified", "已通知", FieldKind.Choice, Required: false, Options: "police=派出所;embassy=使领馆;family=家属;superior=上级机关", Multiple: true) { Kept = true },
        new("result", "处理结果", FieldKind.LongText) { AskedBy = RecordMove.Close },
        new("evidence", "附件", FieldKind.File, Required: false) { Kept = true },
    ];

    public override IReadOnlyList<RecordState> States { get; } =
    [
        new("reported", "已报告", StateKind.Failed),
        new("handling", "处置中", StateKind.Mine),
    ];

    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        new(Handle, ["reported"], "handling", "受理", Act.Decide) { Roles = [Offices.Exchange] },
        new(RecordMove.Close, ["handling"], "closed", "办结", Act.Decide) { Roles = [Offices.Exchange] },
        new(RecordMove.Reopen, ["closed"], "handling", "重新处置", Act.Decide) { Roles = [Offices.Exchange], NeedsReason = true },
    ];

    public override int IdsPerChange => 2;

    /// <summary>国际交流处 and the school are told at once; the notice itself says nothing of the matter.</summary>
    public override async Task ChangedAsync(RecordChange change, RecordWriter writer)
    {
        if (!change.Entered("reported"))
            return;
        await writer.NotifyOfficeAsync(Offices.Exchange, change.After, "有新的重大事项报告", $"编号 {change.After.No}，请立即查看。");
        if (change.After.Is("gravity", "major"))
            await writer.NotifyOfficeAsync(Offices.School, change.After, "有新的重大事项报告", $"编号 {change.After.No}，国际交流处正在处置。");
    }
}
