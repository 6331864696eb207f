using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Agreements;

/// <summary>
/// What ends the reminder of an agreement's last day: its renewal, once both have signed it, or the decision of its unit or of 国际交流处 not to renew it (Art. 6(7)).
/// </summary>
internal static class RenewalDecision
{
    public const string Decline = "no-renewal";
    public const string Reconsider = "renew-after-all";
    public const string DeclinedOn = "notRenewedOn";

    private const string RenewedFrom = "renewedFrom";

    public static IReadOnlyList<Field> Fields { get; } =
    [
        new(DeclinedOn, "决定不再续签日", FieldKind.Date) { AskedBy = Decline, IsPast = true },
        new(RenewedFrom, "续签协议生效日", FieldKind.Date, Required: false) { AskedBy = Derived.Key },
    ];

    public static IReadOnlyList<RecordMove> Moves { get; } =
    [
        new(Decline, ["signed"], RecordMove.Stay, "不再续签", Act.Execute, Act.Create) { NeedsReason = true, When = record => !record.Bool("openEnded") && !IsMade(record) },
        new(Reconsider, ["signed"], RecordMove.Stay, "撤销不再续签", Act.Execute, Act.Create) { NeedsReason = true, When = record => record.Has(DeclinedOn) },
    ];

    public static IReadOnlyList<RecordGuard> Guards { get; } =
    [
        new(Decline, "第六条七", DeclineAsync),
        RecordGuard.Of(Reconsider, "", "没有登记过不再续签", record => record.Has(DeclinedOn)),
    ];

    /// <summary>Whether nobody has to be reminded of the last day any more.</summary>
    public static bool IsMade(RecordView agreement) => agreement.Has(RenewedFrom) || agreement.Has(DeclinedOn);

    /// <summary>Tells the version before, and takes a decision back that a later one overtakes.</summary>
    public static async Task ChangedAsync(RecordChange change, RecordWriter writer)
    {
        var from = Start(change.After);
        if (from != (change.Before is { } before ? Start(before) : null) && change.After.Row.PreviousId is { } id && await writer.FindAsync(id) is { } previous)
            await Derived.SetAsync(writer, previous, from is null ? $"续签协议 {change.After.No} 没有生效" : $"由 {change.After.No} 续签", (RenewedFrom, from));
        var isLonger = change.Kind == RecordChangeKind.Amended && change.Before?["expiresOn"] != change.After["expiresOn"];
        if ((isLonger || change.Move?.Key == Reconsider) && change.After.Has(DeclinedOn))
            await writer.SetAsync(change.After, "撤销不再续签", (DeclinedOn, null));
    }

    // From both signatures on only the calendar stands between a renewal and its first day.
    private static string? Start(RecordView renewal) =>
        renewal.Has("ourSignedOn") && renewal.Has("partnerSignedOn")
        && (renewal.IsIn("signed") || (renewal.IsIn("terminated", "archived") && !(renewal.Date("terminatedOn") < renewal.Date("effectiveFrom"))))
            ? renewal["effectiveFrom"]
            : null;

    private static async Task<string?> DeclineAsync(RecordContext context)
    {
        if (context.Record.Bool("openEnded"))
            return "长期有效的协议没有到期日，不需要登记";
        var next = await context.OfKeyAsync(AgreementType.TypeKey, AgreementType.RenewalKey, $"{context.Record.Id}");
        return next is null ? null : $"已有续签的协议 {next.No}，请先撤回或终止它";
    }
}
