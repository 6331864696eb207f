using Portal.InternationalExchange.Trips;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Rules;

/// <summary>
/// G4, Art. 6(4) and 8(3): whoever owes a summary or a document is in no new trip; when it is owed for long, the whole unit applies for none.
/// 国际交流处 may lift a lock for a time, with a reason.
/// </summary>
internal static class TripLock
{
    public const string Article = "第六条四、第八条三";
    public const string Lift = "lift-lock";

    public static Field LiftedUntil { get; } = new("lockLiftedUntil", "解除限制至", FieldKind.Date) { AskedBy = Lift, Hint = "到这一天为止，本次逾期不限制出访申报。" };

    public static RecordMove LiftIn(IReadOnlyList<string> states, Act act) => new(Lift, states, RecordMove.Stay, "解除出访限制", act) { NeedsReason = true };

    /// <summary>What stands against a trip; null when nothing does.</summary>
    public static async Task<string?> FindProblemAsync(RecordSight sight, RecordView trip)
    {
        var members = trip.Rows("members").SelectMany(row => row.People("person")).Select(person => person.Id).ToHashSet();
        var longest = sight.Settings.Number(ExchangeSettings.BlockUnitAfterDays);
        foreach (var owed in (await OverdueAsync(sight)).Where(owed => owed.Record.Id != trip.Id))
        {
            if (owed.People.Find(person => members.Contains(person.Id)) is { } person)
                return $"{person.Name} 的{owed.What}逾期未交（{owed.Record.No} {owed.Record.Title}），不得参加新的出访";
            if (owed.UnitId == trip.UnitId && sight.Today.DayNumber - owed.Day.DayNumber > longest)
                return $"本单位有{owed.What}逾期超过{longest}天（{owed.Record.No} {owed.Record.Title}），暂停申报出访";
        }

        return null;
    }

    /// <summary>All summaries and documents that are late today, without those whose lock is lifted.</summary>
    public static async Task<IReadOnlyList<Owed>> OverdueAsync(RecordSight sight)
    {
        // One day of margin, because moments are stored in UTC; the day itself decides below.
        var ids = await sight.Data.QueryAsync<long>(
            """
            select distinct record_id
            from toolkit_record_due
            where is_open = 1
              and type in @types
              and due_key in @keys
              and due_at <= @latest
            order by record_id
            """,
            new
            {
                types = new[] { StaffTripType.TypeKey, TravelDocumentType.TypeKey },
                keys = new[] { StaffTripType.SummaryDue, TravelDocumentType.OfficialDue, TravelDocumentType.PrivateDue },
                latest = sight.Today.AddDays(1).ToDateTime(TimeOnly.MinValue),
            });
        var found = new List<Owed>();
        foreach (var record in await sight.ListAsync([.. ids]))
        {
            if (!(record.Date("lockLiftedUntil") >= sight.Today) && Of(record, sight.Settings) is { } owed && owed.Day < sight.Today)
                found.Add(owed);
        }

        return found;
    }

    private static Owed? Of(RecordView record, RecordSettings settings) => record.Row.Type == StaffTripType.TypeKey
        ? TripDates.SummaryDue(record, settings) is { } summary
            ? new("出访总结", record, record.UnitId, [.. record.Rows("members").SelectMany(row => row.People("person"))], DateOnly.FromDateTime(summary))
            : null
        : DocumentDates.ReturnDue(record, settings) is { } document
            ? new("证照", record, record.Unit("holderUnit") ?? record.UnitId, [.. record.People("holder")], DateOnly.FromDateTime(document))
            : null;

    /// <summary>A summary or a document that is late.</summary>
    public sealed record Owed(string What, RecordView Record, long UnitId, List<RecordPerson> People, DateOnly Day);
}
