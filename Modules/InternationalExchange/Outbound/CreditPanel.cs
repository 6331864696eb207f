using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;

namespace Portal.InternationalExchange.Outbound;

/// <summary>On the page of a recognition: the way to the table of its lines, and to the sheet.</summary>
internal sealed class CreditPanel(RecordCatalog catalog) : IRecordPanel
{
    public string Type => CreditRecognitionType.TypeKey;

    public Task<RecordPanelView?> FindAsync(RecordView record, RecordRights rights, CancellationToken cancellationToken) => Task.FromResult(record.Has("lines")
        ? new RecordPanelView("逐门认定", "/Areas/InternationalExchange/Pages/Credits/_CreditPanel.cshtml", new CreditPanelModel(
            record.Id, record.Has("decidedOn"), record.IsIn("approved") && rights.MayMove(catalog.Get(Type).FindMove("decide")!)))
        : null);
}

/// <summary>The panel; partial <c>_CreditPanel</c>.</summary>
/// <param name="Id">The recognition.</param>
/// <param name="IsDecided">Whether there is a decision to print.</param>
/// <param name="MayDecide">Whether the post decides now.</param>
internal sealed record CreditPanelModel(long Id, bool IsDecided, bool MayDecide);
