using Portal.InternationalExchange.Agreements;
using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Outbound;

/// <summary>学生出国项目, proposed by a college, owned by the office that length and credits name (Art. 8(6), 9(3)4, 9(5)1).</summary>
internal sealed class OutboundProgrammeType : RecordType
{
    public const string TypeKey = "exchange.outbound-programme";

    /// <summary>Field that keeps the owner for lists and for the students' records.</summary>
    public const string OwnerField = "ownerOffice";

    /// <summary>Key of the move by which the home office names the owner.</summary>
    public const string Designate = "designate";

    private const string OwnerOptions = "AAO=教务处;STU=学生工作部（处）;IEO=国际交流处";

    public override string Key => TypeKey;

    public override string Label => "学生出国项目";

    public override string Prefix => "XC";

    public override string Group => Groups.Outbound;

    public override IReadOnlyList<RecordFacet> Facets { get; } =
    [
        new(Offices.AcademicAffairs, "教务处归口"),
        new(Offices.StudentAffairs, "学生工作部（处）归口"),
        new(Offices.Exchange, "国际交流处归口"),
        new(ProgrammeOwner.Open, "归口待定"),
    ];

    public override IReadOnlyList<RecordState> States { get; } =
    [
        new("open", "报名中", StateKind.Mine),
        new("selecting", "选拔中", StateKind.Mine),
        new("running", "执行中", StateKind.Passed),
    ];

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("kind", "类别", FieldKind.Choice, Options: "short=短期研修;exchange=交换;credit=学分互认;competition=竞赛;internship=实习") { InList = true },
        new("creditBearing", "学分互认", FieldKind.YesNo) { InList = true, Hint = "互认学分的项目由教务处归口。" },
        new("startOn", "开始日期", FieldKind.Date) { InList = true },
        new("endOn", "结束日期", FieldKind.Date, Check: Dates.NotBefore("endOn", "startOn", "结束日期早于开始日期")) { InList = true, Hint = "不授学分的项目，三个月以内由学生工作部（处）归口，更长的由国际交流处指定。" },
        new("partner", "合作机构", FieldKind.Ref, RefType: PartnerType.TypeKey) { InList = true },
        new("agreement", "所依据的协议", FieldKind.Ref, RefType: AgreementType.TypeKey),
        new("places", "名额", FieldKind.Int, Max: 1000) { Min = 1 },
        new("applyFrom", "报名开始", FieldKind.Date),
        new("applyTo", "报名截止", FieldKind.Date, Check: Dates.NotBefore("applyTo", "applyFrom", "报名截止早于报名开始")),
        new("criteria", "选拔条件", FieldKind.LongText),
        new("feeStudent", "学生承担费用（元）", FieldKind.Money, Required: false),
        new("feeSchool", "学校承担费用（元）", FieldKind.Money, Required: false),
        new("riskPlan", "应急预案", FieldKind.LongText),
        new("leaders", "带队教师", FieldKind.Person, Required: false, Multiple: true, Max: 10),
        new("material", "项目材料", FieldKind.File, Required: false),
        new("briefings", "宣传和行前教育", FieldKind.Rows, Required: false, Max: 50, Columns:
        [
            new("on", "日期", FieldKind.Date),
            new("kind", "类别", FieldKind.Choice, Options: "promotion=宣传;education=行前教育"),
            new("text", "内容", FieldKind.Text),
            new("people", "参加人数", FieldKind.Int, Required: false, Max: 10000),
        ]) { Kept = true },
        new("designated", "归口部门", FieldKind.Choice, Options: OwnerOptions) { AskedBy = Designate },
        new(OwnerField, "归口", FieldKind.Choice, Required: false, Options: $"{OwnerOptions};open=待指定") { AskedBy = Derived.Key, InList = true },
    ];

    public override (string? Start, string? End) Period => ("startOn", "endOn");

    public override IReadOnlyList<RecordStep> Route { get; } =
    [
        Steps.Head,
        new("aao", "教务处审核", Offices.AcademicAffairs, "第九条三4", record => ProgrammeOwner.Of(record) == Offices.AcademicAffairs),
        new("stu", "学生工作部（处）审核", Offices.StudentAffairs, "第九条五"),
        Steps.Exchange("第六条五", "国际交流处归口审核"),
    ];

    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        new(Designate, ["draft", "returned"], "draft", "指定归口部门", Act.Review) { Roles = [Offices.Exchange] },
        new(RecordMove.Activate, ["approved"], "open", "开放报名", Act.Decide, Act.Execute, Act.Create),
        new("select", ["open"], "selecting", "截止报名", Act.Decide, Act.Execute),
        new(OutboundPlaces.Rank, ["selecting", "running"], RecordMove.Stay, "按选拔分排名并推荐", Act.Decide, Act.Execute) { IsInternal = true },
        new("run", ["selecting"], "running", "开始执行", Act.Decide, Act.Execute),
        new(RecordMove.Close, ["running"], "closed", "办结", Act.Decide, Act.Execute),
        new(RecordMove.Cancel, ["approved", "open", "selecting"], "cancelled", "取消", Act.Decide, Act.Execute) { NeedsReason = true },
        Rules.Moves.Archive("closed", "cancelled"),
        Derived.Move,
    ];

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<RecordGuard> Guards { get; } =
    [
        RecordGuard.Of(RecordGuard.Submit, "第六条五", "超过三个月且不授学分的项目没有归口部门，须先由国际交流处指定", record => ProgrammeOwner.Of(record) != ProgrammeOwner.Open),
        RecordGuard.Of("run", "第九条五1", "还没有登记行前教育", record => record.Rows("briefings").Any(row => row.Is("kind", "education"))) with { OnlyWarns = true },
        AgreementRule.InForce(RecordMove.Activate, "agreement", "startOn", ExchangeSettings.AgreementForProgramme),
    ];

    public override IReadOnlyList<RecordDue> Dues { get; } =
    [
        new("end", "项目办结", (record, _) => record.IsIn("running") ? Dates.Day(record.Date("endOn")) : null, record => record.IsIn("closed")),
    ];

    public override int IdsPerChange => RecordWriter.IdsPerRecord + 1 + OutboundPlaces.IdsPerRanking;

    public override string FacetOf(RecordView record) => ProgrammeOwner.Of(record);

    public override async Task ChangedAsync(RecordChange change, RecordWriter writer)
    {
        if (NeedsDesignation(change.After) && !(change.Before is { } before && NeedsDesignation(before)))
            await writer.NotifyOfficeAsync(Offices.Exchange, change.After, "学生出国项目待指定归口部门", ProgrammeOwner.ReasonOf(change.After));
        await Derived.SetAsync(writer, change.After, "确定归口部门", (OwnerField, ProgrammeOwner.Of(change.After)));
        if (change.Move?.Key == OutboundPlaces.Rank)
            await OutboundPlaces.RankAsync(writer, change.After);
    }

    private static bool NeedsDesignation(RecordView programme) => programme.Has("endOn") && ProgrammeOwner.Of(programme) == ProgrammeOwner.Open;
}
