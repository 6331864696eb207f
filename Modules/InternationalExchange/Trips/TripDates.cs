using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Calendar;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Trips;

/// <summary>What is counted from the days of a trip.</summary>
internal static class TripDates
{
    private const int VisasOfManyDays = 2;

    /// <summary>The day of the return, or the planned one while nobody has entered it.</summary>
    public static DateOnly? Returned(RecordView trip) => trip.Date("actualReturnOn") ?? trip.Date("returnOn");

    /// <summary>Days abroad with those of departure and arrival; 0 without dates.</summary>
    public static int Length(RecordView trip) =>
        (trip.Date("actualDepartOn") ?? trip.Date("departOn")) is { } from && Returned(trip) is { } to ? Math.Max(0, to.DayNumber - from.DayNumber + 1) : 0;

    /// <summary>Until when the summary is owed; null while or when none is.</summary>
    public static DateTime? SummaryDue(RecordView trip, RecordSettings settings) =>
        trip.IsIn("approved", "docs-out", "abroad", "returned-home", "summary-filed") ? Dates.After(Returned(trip), settings.Number(ExchangeSettings.SummaryDays)) : null;

    /// <summary>Working days of publicity, by the school's calendar.</summary>
    public static int DaysShown(RecordView trip, WorkDays calendar) => trip.Date("publicFrom") is { } from && trip.Date("publicTo") is { } to ? calendar.Between(from, to) : 0;

    /// <summary>Days before departure on which the application is due.</summary>
    public static int ApplicationDays(RecordView trip, RecordSettings settings) =>
        settings.Number(trip.Texts("countries").Contains("US") || trip.Int("visas") >= VisasOfManyDays ? ExchangeSettings.TripVisaDays : ExchangeSettings.TripApplyDays);
}
