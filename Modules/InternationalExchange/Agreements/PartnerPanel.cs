using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Agreements;

/// <summary>What there is with a partner: agreements with their effect, projects and programmes, students sent and received.</summary>
internal sealed class PartnerPanel(RestingRecordQueries resting, RecordSightQueries sights, ExchangeBalanceQueries balances, RecordCatalog catalog) : IRecordPanel
{
    public string Type => PartnerType.TypeKey;

    public async Task<RecordPanelView?> FindAsync(RecordView record, RecordRights rights, CancellationToken cancellationToken)
    {
        var found = (await resting.ListAsync(record.Id, cancellationToken)).ToLookup(row => row.Type == AgreementType.TypeKey);
        var effects = await EffectsAsync([.. found[true].Select(row => row.Id)], cancellationToken);
        return new("合作情况", "/Areas/InternationalExchange/Pages/Agreements/_PartnerPanel.cshtml", new PartnerPanelModel
        {
            Agreements = [.. found[true].Select(row => Show(row, effects.GetValueOrDefault(row.Id)))],
            Others = [.. found[false].Select(row => Show(row, null))],
            Years = await balances.OfPartnerAsync(record.Id, cancellationToken),
        });
    }

    private async Task<Dictionary<long, StateBadge>> EffectsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var effects = await sights.ReadAsync(ExchangeBook.Id, async sight => (await sight.ListAsync(ids)).Select(agreement =>
            (agreement.Id, Effect: AgreementEffect.Of(agreement, sight.Today, sight.Settings.Number(ExchangeSettings.AgreementExpiringDays)))).ToArray(), cancellationToken);
        return effects.Where(pair => pair.Effect is not null && pair.Effect != AgreementEffect.Unsigned)
            .ToDictionary(pair => pair.Id, pair => new StateBadge { Kind = pair.Effect!.Kind, Text = pair.Effect.Label });
    }

    private RestingRecord Show(RecordRow row, StateBadge? effect)
    {
        var type = catalog.Get(row.Type);
        var state = type.StateOf(row.State);
        return new(row, type.Label, effect ?? new() { Kind = state.Kind, Text = state.Label }, "");
    }
}

/// <summary>The panel; partial <c>_PartnerPanel</c>.</summary>
internal sealed record PartnerPanelModel
{
    /// <summary>The badge is the effect.</summary>
    public required IReadOnlyList<RestingRecord> Agreements { get; init; }

    /// <summary>Projects, programmes and whatever else names the partner.</summary>
    public required IReadOnlyList<RestingRecord> Others { get; init; }

    public required IReadOnlyList<ExchangeBalance> Years { get; init; }
}
