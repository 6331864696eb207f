namespace Portal.Toolkit.Records;

/// <summary>到期: a date by which something about a record must be done. Computed anew at each change of the record.</summary>
/// <param name="Key">Unique within the type.</param>
/// <param name="Label">会后总结.</param>
/// <param name="At">In the portal's zone, midnight meaning the whole day; or a moment whose kind is UTC. Null when nothing is owed.</param>
/// <param name="Done">Whether it was done.</param>
public sealed record RecordDue(string Key, string Label, Func<RecordView, RecordSettings, DateTime?> At, Func<RecordView, bool> Done)
{
    /// <summary>Keys of the offices that are told beside the owner and his unit.</summary>
    public IReadOnlyList<string> Offices { get; init; } = [];

    /// <summary>Days before the date on which people are reminded.</summary>
    public IReadOnlyList<int> RemindDays { get; init; } = [30, 14, 7, 1, 0];

    /// <summary>Whether it is owed although the record's state is final: a document of a cancelled trip.</summary>
    public bool OutlivesRecord { get; init; }
}
