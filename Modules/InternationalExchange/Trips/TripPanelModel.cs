using Portal.Toolkit.Components;

namespace Portal.InternationalExchange.Trips;

/// <summary>How far a trip is: who travels with which papers, what locks somebody, what is owed before the next step.</summary>
internal sealed record TripPanelModel
{
    public required long TripId { get; init; }

    /// <summary>Whether the post may know results of political reviews.</summary>
    public required bool ShowsReviews { get; init; }

    /// <summary>Whether the post may see official documents.</summary>
    public required bool ShowsDocuments { get; init; }

    public required IReadOnlyList<TripMemberState> Members { get; init; }

    /// <summary>Why the unit applies for no trip.</summary>
    public required IReadOnlyList<TripNote> UnitLocks { get; init; }

    /// <summary>下一步：登记出发; empty when nothing comes any more.</summary>
    public required string NextLabel { get; init; }

    public required IReadOnlyList<TripTask> Tasks { get; init; }
}

/// <summary>One who travels.</summary>
internal sealed record TripMemberState(string Name, string Role, string Post, StateBadge Review, string? ReviewUrl, IReadOnlyList<TripDocumentState> Documents, IReadOnlyList<TripNote> Locks);

/// <summary>An official document of a member.</summary>
internal sealed record TripDocumentState(string Label, StateBadge Badge, string Note, string? Url);

/// <summary>A sentence, with the record it is about when the post may open it.</summary>
internal sealed record TripNote(string Text, string? Url);

/// <summary>Something to be done before the next state.</summary>
/// <param name="Text">What.</param>
/// <param name="IsDone">Whether it is done.</param>
/// <param name="Url">Where; null when it is done on this page.</param>
internal sealed record TripTask(string Text, bool IsDone, string? Url = null);
