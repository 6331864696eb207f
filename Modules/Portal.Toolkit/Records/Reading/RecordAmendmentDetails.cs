using Portal.Toolkit.Components;
using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Records.Reading;

/// <summary>变更 on its way: what it would change, and where it stands.</summary>
public sealed record RecordAmendmentDetails
{
    public required long Id { get; init; }

    public required string Reason { get; init; }

    public required string PersonName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Key of a <see cref="RecordState"/>.</summary>
    public required string State { get; init; }

    /// <summary>The record as the change would make it.</summary>
    public required RecordView Amended { get; init; }

    /// <summary>Field by field, what is in force and what is asked for.</summary>
    public IReadOnlyList<StaleDifference> Differences { get; init; } = [];

    public ReviewTimeline? Timeline { get; init; }
}
