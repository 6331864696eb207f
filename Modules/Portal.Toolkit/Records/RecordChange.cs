using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Records;

/// <summary>What happened to a record, told to its type in the same transaction.</summary>
public sealed record RecordChange
{
    public required RecordChangeKind Kind { get; init; }

    /// <summary>Null when it was created.</summary>
    public RecordView? Before { get; init; }

    public required RecordView After { get; init; }

    /// <summary>The move; null for the other kinds.</summary>
    public RecordMove? Move { get; init; }

    /// <summary>The change of the review; null when there is none behind it.</summary>
    public ReviewChange? Review { get; init; }

    /// <summary>Reason or opinion.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether the state is this one now and was not before.</summary>
    public bool Entered(string state) => After.State == state && Before?.State != state;
}

/// <summary>Kinds of changes.</summary>
public enum RecordChangeKind
{
    /// <summary>A new record, in whatever state.</summary>
    Created,

    /// <summary>The draft, or a kept field.</summary>
    Edited,

    /// <summary>For the first time, or again after it was returned.</summary>
    Submitted,

    /// <summary>A step was decided, returned, withdrawn.</summary>
    Reviewed,

    /// <summary>By a <see cref="RecordMove"/>.</summary>
    Moved,

    /// <summary>A change request came into force.</summary>
    Amended,

    /// <summary>A file was added or taken away.</summary>
    Filed,
}
