using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Pages.Credits;

/// <summary>The stay and the programme behind a recognition; whoever asks has read the recognition by right before.</summary>
internal sealed class CreditSheetQueries(RecordSightQueries sight)
{
    /// <summary>Null while the application names no stay.</summary>
    public Task<CreditSheet?> FindAsync(RecordView recognition, CancellationToken cancellationToken) => sight.ReadAsync(ExchangeBook.Id, async found =>
    {
        if (recognition.Ref("outbound") is not { } reference || await found.FindAsync(reference.Id) is not { } stay)
            return null;
        return new CreditSheet(recognition, stay, stay.Ref("programme") is { } programme ? await found.FindAsync(programme.Id) : null);
    }, cancellationToken);
}
