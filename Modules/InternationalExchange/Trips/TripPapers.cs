using Portal.InternationalExchange.Rules;
using Portal.InternationalExchange.Safety;
using Portal.Toolkit.Calendar;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Trips;

/// <summary>Everything around a trip that its panel and its sheet speak of, read with the eyes of the guards.</summary>
internal sealed record TripPapers
{
    public required RecordView Trip { get; init; }

    public required RecordSettings Settings { get; init; }

    public required DateOnly Today { get; init; }

    public required WorkDays Calendar { get; init; }

    /// <summary>By person.</summary>
    public required IReadOnlyDictionary<long, PoliticalReviewState> Reviews { get; init; }

    /// <summary>Official ones, by holder.</summary>
    public required ILookup<long, RecordView> Documents { get; init; }

    /// <summary>What keeps members or the unit from a new trip, this one's own debts too.</summary>
    public required IReadOnlyList<TripDebt> Debts { get; init; }

    /// <summary>The living summary; null while there is none.</summary>
    public required RecordView? Summary { get; init; }

    /// <summary>Whether what is taken along was looked at (Art. 11).</summary>
    public required bool IsCleared { get; init; }

    /// <summary>Serious matters not closed yet.</summary>
    public required IReadOnlyList<RecordView> Incidents { get; init; }

    public IReadOnlyList<RecordPerson> Members => TripMembers.Of(Trip);

    /// <summary>Documents that are out for this trip.</summary>
    public IEnumerable<RecordView> Lent => Documents.SelectMany(found => found).Where(document => document.IsIn("out", "lost") && document.Ref("trip")?.Id == Trip.Id);

    public static async Task<TripPapers> ReadAsync(RecordSight sight, RecordView trip)
    {
        var members = TripMembers.Of(trip);
        var ids = members.Select(person => person.Id).ToHashSet();
        var documents = (await sight.OfPeopleAsync(TravelDocumentType.TypeKey, ids)).Where(document => DocumentDates.IsOfficial(document) && !document.IsIn("draft", "cancelled"));
        return new()
        {
            Trip = trip,
            Settings = sight.Settings,
            Today = sight.Today,
            Calendar = await sight.WorkDaysAsync(),
            Reviews = await PoliticalReviewRule.OfAsync(sight, members, trip.Date("returnOn")),
            Documents = documents.ToLookup(document => document.Row.PersonId ?? 0),
            Debts = [.. (await TripLock.ListAsync(sight)).Where(debt => debt.Locks(sight.Today) && (debt.LocksUnit(trip.UnitId) || debt.People.Any(person => ids.Contains(person.Id))))],
            Summary = (await sight.ReferringAsync(trip.Id, TripSummaryType.TypeKey, "trip")).LastOrDefault(summary => !summary.IsIn("rejected", "withdrawn")),
            IsCleared = await ConfidentialityRule.IsReviewedAsync(sight, trip, "trip"),
            Incidents = [.. (await sight.ReferringAsync(trip.Id, IncidentType.TypeKey, "trip")).Where(TripGuards.IsOpenIncident)],
        };
    }
}
