using Portal.InternationalExchange.Trips;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Rules;

/// <summary>
/// G4, Art. 6(4) and 8(3): whoever owes a summary or a document is in no new trip; when it is owed for long, the whole unit applies for none. A lock can be lifted
/// for a time, with a reason. The guard of a trip, its page and the overview of all locks ask here.
/// </summary>
internal static class TripLock
{
    public const string Article = "第六条四、第八条三";
    public const string Lift = "lift-lock";
    public const string LiftedUntilField = "lockLiftedUntil";

    private static readonly string[] _types = [StaffTripType.TypeKey, TravelDocumentType.TypeKey];
    private static readonly string[] _dues = [StaffTripType.SummaryDue, TravelDocumentType.OfficialDue, TravelDocumentType.PrivateDue];

    public static Field LiftedUntil { get; } = new(LiftedUntilField, "解除限制至", FieldKind.Date) { AskedBy = Lift, Hint = "到这一天为止，本次逾期不限制出访申报。" };

    public static RecordMove LiftIn(IReadOnlyList<string> states, Act act) => new(Lift, states, RecordMove.Stay, "解除出访限制", act) { NeedsReason = true };

    /// <summary>Only what locks somebody can be lifted, and for days to come.</summary>
    public static RecordGuard LiftGuard { get; } = new(Lift, Article, async context =>
        context.Record.Date(LiftedUntilField) < context.Today ? "解除限制的截止日期不能早于今天"
        : (await ListAsync(context)).Any(debt => debt.Record.Id == context.Record.Id) ? null
        : "没有逾期，不需要解除限制");

    /// <summary>What stands against the trip as it would be; of a change request only those who join by it are asked for.</summary>
    public static async Task<string?> FindProblemAsync(RecordContext context, bool isFirst)
    {
        var known = isFirst || context.Before is null ? [] : TripMembers.Of(context.Before).Select(person => person.Id).ToHashSet();
        var joining = TripMembers.Of(context.Record).Where(person => !known.Contains(person.Id)).ToDictionary(person => person.Id, person => person.Name);
        foreach (var debt in (await ListAsync(context)).Where(debt => debt.Locks(context.Today) && debt.Record.Id != context.Record.Id))
        {
            if (debt.People.FirstOrDefault(person => joining.ContainsKey(person.Id)) is { } person)
                return debt.MessageFor(person, await context.NameAsync(debt.Record));
            if (isFirst && debt.LocksUnit(context.Record.UnitId))
                return debt.MessageForUnit(await context.NameAsync(debt.Record));
        }

        return null;
    }

    /// <summary>Everything owed too late today, lifted or not, the oldest first.</summary>
    public static async Task<IReadOnlyList<TripDebt>> ListAsync(RecordSight sight)
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
            """,
            new { types = _types, keys = _dues, latest = sight.Today.AddDays(1).ToDateTime(TimeOnly.MinValue) });
        return
        [
            .. (await sight.ListAsync([.. ids])).Select(record => Of(record, sight)).OfType<TripDebt>().Where(debt => debt.DaysLate > 0)
                .OrderByDescending(debt => debt.DaysLate).ThenBy(debt => debt.Record.Id),
        ];
    }

    private static TripDebt? Of(RecordView record, RecordSight sight)
    {
        var isTrip = record.Row.Type == StaffTripType.TypeKey;
        if ((isTrip ? TripDates.SummaryDue(record, sight.Settings) : DocumentDates.ReturnDue(record, sight.Settings)) is not { } due)
            return null;
        var day = DateOnly.FromDateTime(due);
        return new()
        {
            Record = record,
            Kind = isTrip ? TripDebtKind.Summary : DocumentDates.IsOfficial(record) ? TripDebtKind.Official : TripDebtKind.Private,
            UnitId = isTrip ? record.UnitId : record.Unit("holderUnit") ?? record.UnitId,
            People = isTrip ? TripMembers.Of(record) : record.People("holder"),
            Day = day,
            DaysLate = sight.Today.DayNumber - day.DayNumber,
            BlocksUnitAfterDays = sight.Settings.Number(ExchangeSettings.BlockUnitAfterDays),
            LiftedUntil = record.Date(LiftedUntilField),
        };
    }
}
