using System.Globalization;
using System.Text.Json.Nodes;
using Portal.InternationalExchange.Rules;
using Portal.InternationalExchange.Trips;
using Portal.Toolkit.Records.Commands;
using Portal.Toolkit.Records.Input;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Pages.Trips;

/// <summary>出访限制: everything that keeps people or units from a trip today, and its lifting by 国际交流处.</summary>
[RequirePermission(Permissions.Office)]
internal sealed class LocksModel(RecordSightQueries sights, RecordCommands records, IUnitTree units) : RecordCommandPageModel
{
    [BindProperty]
    public LiftForm Lift { get; set; } = new();

    public IReadOnlyList<TripDebt> Rows { get; private set; } = [];

    public int BlocksUnitAfterDays { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        RecordSaved? saved = null;
        if (await TryAsync(async () => saved = await records.MoveAsync(Lift.Id, Lift.Version, TripLock.Lift, Lift.Input(), Lift.Reason, cancellationToken)) is { } refusal)
        {
            await LoadAsync(cancellationToken);
            return Answer(refusal);
        }

        Tell($"已解除：{saved!.Record.No} {saved.Record.Title}，至 {saved.Record.Date(TripLock.LiftedUntilField):yyyy-MM-dd}。", saved);
        return RedirectToPage();
    }

    public string UnitName(TripDebt row) => units.Find(row.UnitId)?.Name ?? "";

    private async Task LoadAsync(CancellationToken cancellationToken) => (Rows, BlocksUnitAfterDays) = await sights.ReadAsync(
        ExchangeBook.Id, async sight => (await TripLock.ListAsync(sight), sight.Settings.Number(ExchangeSettings.BlockUnitAfterDays)), cancellationToken);

    /// <summary>What to lift, until when and why.</summary>
    public sealed record LiftForm
    {
        public long Id { get; init; }

        public long Version { get; init; }

        /// <summary>As the browser sends a date.</summary>
        public string? Until { get; init; }

        public string? Reason { get; init; }

        public RecordInput Input()
        {
            var values = new JsonObject();
            if (DateOnly.TryParseExact(Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                values[TripLock.LiftedUntilField] = Until;
            return new() { Values = values, Asked = [TripLock.LiftedUntilField] };
        }
    }
}
