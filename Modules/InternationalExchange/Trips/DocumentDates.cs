using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Trips;

/// <summary>Until when a document is owed.</summary>
internal static class DocumentDates
{
    /// <summary>因公 documents belong to 国际交流处, 因私 ones to 组织部.</summary>
    public static bool IsOfficial(RecordView document) => document["kind"]?.StartsWith("official", StringComparison.Ordinal) == true;

    /// <summary>Back after the journey; null unless it is out. The first day counted is the one after the return.</summary>
    public static DateTime? ReturnDue(RecordView document, RecordSettings settings) => document switch
    {
        _ when !document.IsIn("out") => null,
        _ when !IsOfficial(document) => Dates.After(document.Date("plannedReturn"), settings.Number(ExchangeSettings.PrivateReturnDays)),
        _ when document.Bool(DocumentFields.TripCancelled) => Dates.After(document.Date(DocumentFields.OwedFrom), settings.Number(ExchangeSettings.CancelledDocumentDays)),
        _ => Dates.After(document.Date(DocumentFields.OwedFrom), settings.Number(ExchangeSettings.DocumentDays)),
    };

    /// <summary>Handed in by a cadre after the appointment.</summary>
    public static DateTime? HandInDue(RecordView document, RecordSettings settings) =>
        IsOfficial(document) ? null : Dates.After(document.Date("appointedOn"), settings.Number(ExchangeSettings.PrivateHandInDays));
}
