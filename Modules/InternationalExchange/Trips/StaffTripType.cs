using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Trips;

/// <summary>因公出国: filed before departure, vetted, approved, documents out and back, summary filed (Art. 6(3), 6(4), 8(3)).</summary>
internal sealed class StaffTripType : RecordType
{
    public const string TypeKey = "exchange.staff-trip";
    public const string SummaryDue = "summary";

    public override string Key => TypeKey;

    public override string Label => "因公出国";

    public override string Prefix => "CF";

    public override string Group => Groups.Trips;

    public override IReadOnlyList<RecordState> States { get; } =
    [
        new("docs-out", "证照已领", StateKind.Passed),
        new("abroad", "出访中", StateKind.Mine),
        new("returned-home", "已归", StateKind.Mine),
        new("summary-filed", "总结已备案", StateKind.Passed),
        new("cancelled", "未出行", StateKind.NotRequired, IsFinal: true),
    ];

    public override IReadOnlyList<Field> Fields => TripFields.All;

    public override (string? Start, string? End) Period => ("departOn", "returnOn");

    public override IReadOnlyList<RecordStep> Route { get; } =
    [
        new("filing", "国际交流处报备登记", Offices.Exchange, "第八条三") { MayReject = false, WorkingDays = 2 },
        Steps.Head,
        new("selection", "人事处选拔推荐", Offices.Personnel, "第九条二1", record => record.Is("kind", "study")),
        new("org", "组织部政审", Offices.Organisation, PoliticalReviewRule.Article) { IsFixed = true },
        new("hr", "人事处审核", Offices.Personnel, "第六条四"),
        Steps.Exchange("第六条四"),
        Steps.School,
    ];

    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        new("take-documents", ["approved"], "docs-out", "登记领取证照", Act.Execute, Act.Create),
        new("depart", ["approved", "docs-out"], "abroad", "登记出发", Act.Execute, Act.Create),
        new("return", ["abroad"], "returned-home", "登记返回", Act.Execute, Act.Create),
        new("correct-return", ["returned-home"], "abroad", "退回更正返回日期", Act.File) { NeedsReason = true },
        new("file-summary", ["returned-home"], "summary-filed", "总结备案") { IsInternal = true },
        new(RecordMove.Close, ["summary-filed"], "closed", "办结", Act.Execute, Act.Create, Act.File),
        new(RecordMove.Cancel, ["approved", "docs-out"], "cancelled", "登记未出行", Act.Execute, Act.Create) { NeedsReason = true },
        Rules.Moves.Archive("closed", "cancelled"),
        TripLock.LiftIn(["approved", "docs-out", "abroad", "returned-home"], Act.File),
    ];

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<RecordGuard> Guards => TripGuards.All;

    public override IReadOnlyList<RecordDue> Dues { get; } =
    [
        new(
            "apply",
            "出访申请",
            (record, settings) => Dates.After(record.Date("departOn"), -TripDates.ApplicationDays(record, settings)),
            record => !record.IsIn("draft", "returned")),
        new(SummaryDue, "出访总结", TripDates.SummaryDue, record => record.IsIn("summary-filed")) { Offices = [Offices.Exchange] },
    ];

    public override int IdsPerChange => RecordWriter.IdsPerRecord * TripFields.MostMembers;

    public override Task ChangedAsync(RecordChange change, RecordWriter writer) => TripDocuments.FollowAsync(change, writer);
}
