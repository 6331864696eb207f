using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Agreements;

/// <summary>项目: joint programmes, standards in and out, research platforms; the office that decides follows from the kind (Art. 6(5), 9(3), 9(4)).</summary>
internal sealed class ProjectType : RecordType
{
    public const string TypeKey = "exchange.project";

    public override string Key => TypeKey;

    public override string Label => "合作项目";

    public override string Prefix => "XM";

    public override string Group => Groups.Cooperation;

    public override IReadOnlyList<RecordFacet> Facets { get; } = [new("teaching", "办学与交流"), new("standard", "标准与认证"), new("research", "科研与知识产权")];

    public override IReadOnlyList<RecordState> States { get; } =
    [
        new("approved", "已立项", StateKind.Passed),
        new("active", "实施中", StateKind.Passed),
        new("suspended", "已暂停", StateKind.SourceFault),
        new("closed", "已结项", StateKind.NotRequired, IsFinal: true),
    ];

    public override IReadOnlyList<Field> Fields => ProjectFields.All;

    public override (string? Start, string? End) Period => ("startOn", "endOn");

    public override IReadOnlyList<RecordStep> Route { get; } =
    [
        Steps.Head,
        new("aao", "教务处审核培养方案和学分计划", Offices.AcademicAffairs, "第九条三1", Is("teaching")),
        new("res", "校企合作（科研）处审核", Offices.Research, "第九条四2", Is("research")),
        Steps.Exchange("第六条五", "国际交流处归口审核"),
        new("decision", "教务处立项审批", Offices.AcademicAffairs, "第九条三2", Is("standard")),
        Steps.School with { When = record => FacetFor(record) != "standard" },
    ];

    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        new(RecordMove.Activate, ["approved"], "active", "启动实施", Act.Execute, Act.Create),
        new("suspend", ["active"], "suspended", "暂停", Act.Execute, Act.Create, Act.File) { NeedsReason = true },
        new("resume", ["suspended"], "active", "恢复实施", Act.Execute, Act.Create),
        new(RecordMove.Close, ["active"], "closed", "结项", Act.Execute, Act.Create),
        new(RecordMove.Terminate, ["approved", "active", "suspended"], "terminated", "终止", Act.Execute, Act.Create, Act.Decide) { NeedsReason = true },
        Rules.Moves.Archive("closed", "terminated"),
        new(RecordMove.Reopen, ["closed"], "active", "重新打开", Act.File) { NeedsReason = true },
    ];

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<RecordGuard> Guards { get; } =
    [
        AgreementRule.InForce($"{RecordMove.Activate},resume", "agreements", "startOn", ExchangeSettings.AgreementForProject, record => record.Has("partners")),
        RecordGuard.Of(
            RecordMove.Activate,
            "第六条五",
            "没有上级批文，不得实施中外合作办学或境外合作办学",
            record => record["kind"] is not ("sino-foreign" or "overseas") || record.Has("superiorApprovalNo")),
    ];

    public override IReadOnlyList<RecordDue> Dues { get; } =
    [
        new("end", "项目结项", (record, _) => record.IsIn("active", "suspended") ? Dates.Day(record.Date("endOn")) : null, record => record.IsIn("closed")) { Offices = [Offices.Exchange] },
        new("milestone", "阶段任务", (record, _) => record.IsIn("active") ? Dates.Day(NextMilestone(record)) : null, _ => false) { IsRecurring = true },
    ];

    public override string FacetOf(RecordView record) => FacetFor(record);

    private static string FacetFor(RecordView record) => record["kind"] switch
    {
        "standard-import" or "accreditation" or "standard-export" or "course-export" => "standard",
        "platform" or "research" or "ip" => "research",
        _ => "teaching",
    };

    private static Func<RecordView, bool> Is(string facet) => record => FacetFor(record) == facet;

    private static DateOnly? NextMilestone(RecordView record) =>
        record.Rows("milestones").Where(row => !row.Has("doneOn")).Select(row => row.Date("dueOn")).Min();
}
