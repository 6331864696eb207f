using Portal.Toolkit.Records.Access;

namespace Portal.Toolkit.Records;

/// <summary>What a module adds to the generic page of its records: computed effect, balance, completeness. Registered as this interface.</summary>
public interface IRecordPanel
{
    /// <summary>Key of the record type.</summary>
    string Type { get; }

    /// <summary>The panel for somebody who may read the record; null shows none.</summary>
    Task<RecordPanelView?> FindAsync(RecordView record, RecordRights rights, CancellationToken cancellationToken);
}

/// <summary>A panel as the page shows it.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Partial">Path of the partial view: <c>/Areas/InternationalExchange/Pages/Agreements/_Effect.cshtml</c>.</param>
/// <param name="Model">Its model.</param>
public sealed record RecordPanelView(string Title, string Partial, object Model);
