namespace Portal.Toolkit.Records;

/// <summary>
/// 到期: a date by which something about a record must be done. Computed anew at each change of the record and of the settings it rests on. What is done stays
/// in the statistics with the date it was kept against.
/// </summary>
/// <param name="Key">Unique within the type.</param>
/// <param name="Label">会后总结.</param>
/// <param name="At">
/// In the portal's zone, midnight meaning the whole day; or a moment whose kind is UTC. Null when nothing is owed. Settings may move the date; whether there
/// is one depends on the record alone.
/// </param>
/// <param name="Done">
/// Whether it was done, asked whether <paramref name="At"/> still gives a date or not. What is neither done nor owed any more lapses, as everything does when
/// the record is rejected, withdrawn, cancelled or terminated: it counts only if it was late by then.
/// </param>
public sealed record RecordDue(string Key, string Label, Func<RecordView, RecordSettings, DateTime?> At, Func<RecordView, bool> Done)
{
    /// <summary>Keys of the offices that are told beside the owner and his unit.</summary>
    public IReadOnlyList<string> Offices { get; init; } = [];

    /// <summary>Days before the date on which people are reminded.</summary>
    public IReadOnlyList<int> RemindDays { get; init; } = [30, 14, 7, 1, 0];

    /// <summary>Whether doing it moves the date on to the next one: an evaluation each year. The one before counts as done then.</summary>
    public bool IsRecurring { get; init; }

    /// <summary>Whether it only tells that something ends by itself: a passport in custody. Nobody is late with that, and no overdue rate counts it.</summary>
    public bool IsNotice { get; init; }

    /// <summary>Whether it is owed although the record's state is final: a document of a cancelled trip.</summary>
    public bool OutlivesRecord { get; init; }
}
