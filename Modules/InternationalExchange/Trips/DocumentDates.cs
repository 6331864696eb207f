using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Trips;

/// <summary>Until when a document is owed.</summary>
internal static class DocumentDates
{
    /// <summary>因公 documents belong to 国际交流处, 因私 ones to 组织部.</summary>
    public static bool IsOfficial(RecordView document) => document["kind"]?.StartsWith("official", StringComparison.Ordinal) == true;

    /// <summary>Back after the journey; null unless it is out.</summary>
    public static DateTime? ReturnDue(RecordView document, RecordSettings settings) =>
        document.IsIn("out") ? Dates.Day(DueFrom(document, document.Date(DocumentFields.OwedFrom), settings)) : null;

    /// <summary>The last day for a journey that ends on <paramref name="from"/>. The first day counted is the one after it.</summary>
    public static DateOnly? DueFrom(RecordView document, DateOnly? from, RecordSettings settings) => from?.AddDays(settings.Number(
        !IsOfficial(document) ? ExchangeSettings.PrivateReturnDays
        : document.Bool(DocumentFields.TripCancelled) ? ExchangeSettings.CancelledDocumentDays
        : ExchangeSettings.DocumentDays));

    /// <summary>Handed in by a cadre after the appointment.</summary>
    public static DateTime? HandInDue(RecordView document, RecordSettings settings) =>
        IsOfficial(document) ? null : Dates.After(document.Date("appointedOn"), settings.Number(ExchangeSettings.PrivateHandInDays));
}
