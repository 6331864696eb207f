using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Agreements;

/// <summary>有效 is computed, never stored: the register, a page and every guard ask here (domain §2.2 no. 6).</summary>
internal static class AgreementStatus
{
    /// <summary>Both have signed, the day lies between effect and expiry, and nobody has terminated it.</summary>
    public static bool IsEffective(RecordView agreement, DateOnly on) =>
        agreement.IsIn("signed")
        && agreement.Date("ourSignedOn") <= on
        && agreement.Date("partnerSignedOn") <= on
        && agreement.Date("effectiveFrom") <= on
        && !HasExpired(agreement, on);

    /// <summary>Whether its last day has passed.</summary>
    public static bool HasExpired(RecordView agreement, DateOnly on) => !agreement.Bool("openEnded") && agreement.Date("expiresOn") is { } last && last < on;
}
