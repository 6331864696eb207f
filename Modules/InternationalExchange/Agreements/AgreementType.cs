using System.Globalization;
using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Agreements;

/// <summary>协议: reviewed by content, signed by the legal representative or his delegate, in force by its dates (Art. 5, 6(7)).</summary>
internal sealed class AgreementType : RecordType
{
    public const string TypeKey = "exchange.agreement";

    /// <summary>Holds the id of the version before: each agreement is renewed once.</summary>
    public const string RenewalKey = "renewal";

    public override string Key => TypeKey;

    public override string Label => "协议";

    public override string Prefix => "XY";

    public override string Group => Groups.Cooperation;

    public override string ApprovedState => "to-sign";

    public override IReadOnlyList<RecordState> States { get; } = [new("to-sign", "待签", StateKind.Mine), new("signed", "已签", StateKind.Passed)];

    public override IReadOnlyList<Field> Fields => AgreementFields.All;

    public override (string? Start, string? End) Period => ("effectiveFrom", "expiresOn");

    public override IReadOnlyList<RecordStep> Route { get; } =
    [
        Steps.Head,
        new("aao", "教务处会签", Offices.AcademicAffairs, "第九条三1", Concerns("teaching")),
        new("hr", "人事处会签", Offices.Personnel, "第九条二", Concerns("staff")),
        new("res", "校企合作（科研）处会签", Offices.Research, "第九条四2", Concerns("research")),
        new("sie", "国际教育学院会签", Offices.InternationalCollege, "第七条", Concerns("students")),
        new("fin", "财务部门会签", Offices.Finance, "第五条", Concerns("money")),
        Steps.Exchange("第六条七", "国际交流处归口审核"),
        new("law", "合同管理部门审查", Offices.Contracts, "第五条"),
        Steps.School,
    ];

    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        new("sign", ["to-sign"], "signed", "登记签署", Act.Decide, Act.Execute) { Roles = [Offices.Signatory, Offices.Exchange] },
        new(RecordMove.Terminate, ["signed"], "terminated", "终止协议", Act.Decide, Act.Execute) { NeedsReason = true, Roles = [Offices.School, Offices.Signatory, Offices.Exchange] },
        .. RenewalDecision.Moves,
        new(RecordMove.Cancel, ["to-sign"], "cancelled", "取消签署", Act.Execute, Act.Create) { NeedsReason = true },
        Rules.Moves.Archive("signed", "terminated", "cancelled"),
        Derived.Move,
    ];

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    // The agreement before another is the one it renews.
    public override bool LinksCopies => false;

    public override IReadOnlyList<RecordKey> Keys { get; } = [new(RenewalKey, Renewed, "这份协议已有续签的协议") { FromDraft = true, ForEver = true }];

    public override IReadOnlyList<RecordGuard> Guards { get; } =
    [
        new(RecordGuard.Submit, "第五条", VerifiedAsync),
        RecordGuard.Of("sign", "第五条", "授权书在签署日无效", HasPower),
        new(RecordMove.Archive, "第六条七", context => Task.FromResult(ArchiveProblem(context))),
        .. RenewalDecision.Guards,
    ];

    public override IReadOnlyList<RecordDue> Dues { get; } =
    [
        new("expiry", "协议到期", (record, _) => record.IsIn("signed") && !record.Bool("openEnded") ? Dates.Day(record.Date("expiresOn")) : null, RenewalDecision.IsMade)
        {
            Offices = [Offices.Exchange],
            RemindDays = [180, 90, 30, 0],
        },
    ];

    public override int IdsPerChange => 2 * RecordWriter.IdsPerRecord;

    public override Task ChangedAsync(RecordChange change, RecordWriter writer) => RenewalDecision.ChangedAsync(change, writer);

    private static string? Renewed(RecordView record) => record.IsIn("rejected", "withdrawn", "cancelled") ? null : record.Row.PreviousId?.ToString(CultureInfo.InvariantCulture);

    private static Func<RecordView, bool> Concerns(string topic) => record => record.Texts("topics").Contains(topic);

    private static bool HasPower(RecordView record) => !record.Is("signAs", "delegate")
        || (record.Date("authorisationFrom") <= record.Date("ourSignedOn") && record.Date("ourSignedOn") <= record.Date("authorisationTo"));

    private static async Task<string?> VerifiedAsync(RecordContext context) =>
        (await context.LinkedAsync("partners")).FirstOrDefault(partner => !partner.IsIn("verified")) is { } partner
            ? $"合作机构“{(await context.NameAsync(partner)).Title}”不是已核状态，不能签协议"
            : null;

    private static string? ArchiveProblem(RecordContext context)
    {
        if (context.Before is not { State: "signed" } signed)
            return null;
        if (!AgreementStatus.HasExpired(signed, context.Today))
            return "协议还没有到期，不能归档";
        return signed.HasFile("scan") ? null : "还没有签署扫描件，不能归档";
    }
}
