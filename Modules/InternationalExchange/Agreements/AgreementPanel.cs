using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Settings;

namespace Portal.InternationalExchange.Agreements;

/// <summary>What an agreement is worth today and why, its versions, what rests on it, and the students exchanged under it.</summary>
internal sealed class AgreementPanel(
    AgreementVersionQueries versions, RestingRecordQueries resting, ExchangeBalanceQueries balances, RecordSettingQueries settings, RecordCatalog catalog, LocalTime local) : IRecordPanel
{
    public string Type => AgreementType.TypeKey;

    public async Task<RecordPanelView?> FindAsync(RecordView record, RecordRights rights, CancellationToken cancellationToken)
    {
        var type = catalog.Get(Type);
        var days = (await settings.ReadAsync(catalog.BookOf(type), cancellationToken)).Number(ExchangeSettings.AgreementExpiringDays);
        var effect = AgreementEffect.Of(record, local.Today, days);
        var family = await versions.FindAsync(record, cancellationToken);
        return new("协议效力", "/Areas/InternationalExchange/Pages/Agreements/_AgreementPanel.cshtml", new AgreementPanelModel
        {
            Id = record.Id,
            Badge = effect is null || effect == AgreementEffect.Unsigned
                ? new() { Kind = type.StateOf(record.State).Kind, Text = type.StateOf(record.State).Label }
                : new() { Kind = effect.Kind, Text = effect.Label },
            IsSigned = record.Has("ourSignedOn"),
            Reasons = AgreementReason.Of(record, local.Today, family.TerminationReason),
            DeclinedOn = family.IsRenewed ? null : record.Date(RenewalDecision.DeclinedOn),
            Previous = family.Previous,
            Next = family.Next,
            Resting = [.. (await resting.ListAsync(record.Id, cancellationToken)).Select(row => Resting(row, catalog.Get(row.Type), effect))],
            QuotaOut = ExchangeBalance.Quota(record, "out"),
            QuotaIn = ExchangeBalance.Quota(record, "in"),
            Years = await balances.OfAgreementAsync(record.Id, cancellationToken),
            MayRenew = rights.MayDraft && !family.IsRenewed && AgreementRenewal.IsPossible(record),
        });
    }

    // What runs on an agreement that has ended is not stopped, but shown (domain §2.3 G1).
    private static RestingRecord Resting(RecordRow row, RecordType type, AgreementEffect? effect)
    {
        var state = type.StateOf(row.State);
        var goesOn = !state.IsFinal && row.State != RecordState.Draft.Key;
        return new(
            row,
            type.Label,
            new() { Kind = state.Kind, Text = state.Label },
            goesOn && effect == AgreementEffect.Expired ? "协议已到期" : goesOn && effect == AgreementEffect.Terminated ? "协议已终止" : "");
    }
}

/// <summary>The panel; partial <c>_AgreementPanel</c>.</summary>
internal sealed record AgreementPanelModel
{
    public required long Id { get; init; }

    public required StateBadge Badge { get; init; }

    public required bool IsSigned { get; init; }

    public required IReadOnlyList<AgreementReason> Reasons { get; init; }

    /// <summary>When it was decided that it will not be renewed; null when it was not.</summary>
    public DateOnly? DeclinedOn { get; init; }

    public RecordView? Previous { get; init; }

    public RecordView? Next { get; init; }

    public required IReadOnlyList<RestingRecord> Resting { get; init; }

    /// <summary>Places a year.</summary>
    public required int QuotaOut { get; init; }

    /// <inheritdoc cref="QuotaOut"/>
    public required int QuotaIn { get; init; }

    public required IReadOnlyList<ExchangeBalance> Years { get; init; }

    public required bool MayRenew { get; init; }
}

/// <summary>A record that rests on an agreement.</summary>
/// <param name="Row">The record.</param>
/// <param name="TypeLabel">What it is.</param>
/// <param name="State">Its state.</param>
/// <param name="Flag">Says that it goes on although the agreement has ended; empty otherwise.</param>
internal sealed record RestingRecord(RecordRow Row, string TypeLabel, StateBadge State, string Flag);
