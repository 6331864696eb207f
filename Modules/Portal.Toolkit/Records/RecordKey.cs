namespace Portal.Toolkit.Records;

/// <summary>A value that only one living record of the type may have; kept by a unique index, so that two who save at once cannot both have it.</summary>
/// <param name="Name">Unique within the type.</param>
/// <param name="Value">Null when the record claims nothing. Sensitive values are kept as keyed hash.</param>
/// <param name="Message">When somebody else has it.</param>
public sealed record RecordKey(string Name, Func<RecordView, string?> Value, string Message)
{
    /// <summary>Whether a draft claims it already; otherwise it is claimed at submit.</summary>
    public bool FromDraft { get; init; }

    /// <summary>Whether a record keeps it when its state is final.</summary>
    public bool ForEver { get; init; }
}
