using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Outbound;

/// <summary>学分认定 after a stay abroad: 学生 applies, 二级学院 looks, 教务处 decides line by line.</summary>
internal sealed class CreditRecognitionType : RecordType
{
    public const string TypeKey = "exchange.credit-recognition";

    public override string Key => TypeKey;

    public override string Label => "学分认定";

    public override string Prefix => "XF";

    public override string Group => Groups.Outbound;

    public override bool HasCommonFields => false;

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("outbound", "出国记录", FieldKind.Ref, RefType: OutboundStudentType.TypeKey),
        new("lines", "课程和学分", FieldKind.Rows, Columns: CoursePlan.Lines, Max: 40) { Min = 1 },
        new("transcript", "成绩单", FieldKind.File),
        new("decisions", "认定结论", FieldKind.Rows, Columns: CoursePlan.Decisions, Max: 40) { AskedBy = "decide", Min = 1 },
        new("decisionNo", "认定文号", FieldKind.Text, Max: 50) { AskedBy = "decide", InList = true },
        new("decidedOn", "认定日期", FieldKind.Date) { AskedBy = "decide" },
        new("student", "学生", FieldKind.Person, Required: false) { AskedBy = Derived.Key },
        new("planApprovedOn", "行前学习计划批准日", FieldKind.Date, Required: false) { AskedBy = Derived.Key },
    ];

    public override IReadOnlyList<RecordStep> Route { get; } =
    [
        new("college", "二级学院审核", UnitRole.OwnUnitHead, "第八条六"),
        new("academic", "教务处审核", Offices.AcademicAffairs, "第九条三4"),
    ];

    public override IReadOnlyList<RecordState> States { get; } = [new("approved", "待登记结论", StateKind.Mine), new("closed", "已认定", StateKind.Passed, IsFinal: true)];

    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        Derived.Move,
        new("decide", ["approved"], "closed", "登记认定结论", Act.Decide),
        new(RecordMove.Cancel, ["approved"], "cancelled", "取消", Act.Create) { NeedsReason = true },
    ];

    public override IReadOnlyList<RecordGuard> Guards { get; } =
    [
        new($"{RecordGuard.Save},{RecordGuard.Submit}", "第九条三4", OwnAsync),
        new($"{RecordGuard.Submit},{RecordGuard.Approve}", "第九条三4", PlanAsync),
        RecordGuard.Of($"{RecordGuard.Approve},decide", "第九条三4", "没有成绩单，不能认定学分", record => record.HasFile("transcript")),
        new("decide", "第九条三4", context => Task.FromResult(CreditDecisionRule.FindProblem(context.Record))),
        new("decide", "第九条三4", context => Task.FromResult(context.Record.Date("decidedOn") > context.Today ? "认定日期不能晚于今天" : null)),
    ];

    public override IReadOnlyList<RecordKey> Keys { get; } = [new("outbound", record => record.Ref("outbound")?.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), "这名学生的学分认定已经申请")];

    public override int IdsPerChange => (2 * RecordWriter.IdsPerRecord) + 1;

    public override string TitleOf(RecordView record) => $"{record.Ref("outbound")?.Title} 学分认定";

    public override long? PersonOf(RecordView record) => record.Person("student")?.Id;

    public override Task ChangedAsync(RecordChange change, RecordWriter writer) => CreditEffects.ChangedAsync(change, writer);

    // Numbers can be guessed: an application takes name and courses from the stay, and bars whoever comes later.
    private static async Task<string?> OwnAsync(RecordContext context) => await context.LinkedAsync("outbound") switch
    {
        [var outbound] when context.Actor.Is(Offices.Student) && outbound.Row.PersonId != context.Actor.PersonId => "只能为本人申请学分认定",
        [var outbound] when outbound.UnitId != context.Record.UnitId => "只能为本单位的学生申请学分认定",
        _ => null,
    };

    private static async Task<string?> PlanAsync(RecordContext context)
    {
        if (await context.LinkedAsync("outbound") is not [var outbound])
            return null;
        if (!outbound.IsIn("back", "recognised"))
            return "学生返校后才能申请学分认定";
        return outbound.Has("planWaiver") || (outbound.Date("planApprovedOn") is { } on && (outbound.Date("actualDepart") is not { } left || on <= left))
            ? null
            : "出国前学习计划未批准，请由教务处写明理由后再提交";
    }
}
