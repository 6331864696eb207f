using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Agreements;

/// <summary>What an agreement is worth on a day. 有效 is computed, never stored: a list, a page and every guard ask here (domain §2.2 no. 6).</summary>
internal static class AgreementStatus
{
    public static readonly RecordState NotYet = new("signed", "已签未生效", StateKind.Mine);
    public static readonly RecordState Effective = new("effective", "有效", StateKind.Passed);
    public static readonly RecordState Expired = new("expired", "已到期", StateKind.NotRequired);

    /// <summary>Both have signed, the day lies between effect and expiry, and nobody has terminated it.</summary>
    public static bool IsEffective(RecordView agreement, DateOnly on) =>
        agreement.IsIn("signed")
        && agreement.Date("ourSignedOn") <= on
        && agreement.Date("partnerSignedOn") <= on
        && agreement.Date("effectiveFrom") <= on
        && !HasExpired(agreement, on);

    /// <summary>Whether its last day has passed.</summary>
    public static bool HasExpired(RecordView agreement, DateOnly on) => !agreement.Bool("openEnded") && agreement.Date("expiresOn") is { } last && last < on;

    /// <summary>As people see it: of the state 已签 what it means today, of the others the state itself.</summary>
    public static RecordState Of(RecordType type, RecordView agreement, DateOnly today) => agreement.State switch
    {
        "signed" when HasExpired(agreement, today) => Expired,
        "signed" => IsEffective(agreement, today) ? Effective : NotYet,
        var state => type.StateOf(state),
    };
}
