using Portal.Data;
using Portal.Toolkit.Records.Writing;

namespace Portal.Toolkit.Records.Dues;

/// <summary>
/// Keeps the due dates of a record as its values and the settings say; a date that moves is reminded of anew. What was done stays with the date it was kept
/// against; what lapses unkept stays when it was late by then, and is forgotten otherwise.
/// </summary>
internal static class RecordDues
{
    private static readonly string[] _givenUp = [RecordState.Rejected.Key, RecordState.Withdrawn.Key, RecordState.Cancelled.Key, RecordState.Terminated.Key];

    /// <param name="transaction">That of the change.</param>
    /// <param name="engine">Clock and zone.</param>
    /// <param name="type">The record's type.</param>
    /// <param name="record">As it is after the change.</param>
    /// <param name="settings">In force now.</param>
    /// <param name="isRevision">The settings changed and not the record: a date that moves has not been kept.</param>
    public static async Task WriteAsync(
        WriteTransaction transaction, RecordEngine engine, RecordType type, RecordView record, RecordSettings settings, bool isRevision = false)
    {
        if (type.Dues.Count == 0)
            return;
        var held = (await DueRow.ListAsync(transaction, record.Id)).ToLookup(row => row.DueKey, StringComparer.Ordinal);
        var rests = type.StateOf(record.State).IsFinal;
        foreach (var due in type.Dues)
        {
            var isOver = rests && !due.OutlivesRecord;
            var isDone = !(isOver && record.IsIn(_givenUp)) && due.Done(record);
            var wanted = isOver || isDone ? null : Wanted(due, type, record, settings, engine.Local);
            var rows = held[due.Key].ToArray();
            if (rows.FirstOrDefault(row => row.IsOpen) is { } open && open.DueAt != wanted?.DueAt)
            {
                var isPast = isDone || (wanted is null ? open.DueAt <= engine.Now : due.IsRecurring && !isRevision && wanted.DueAt > open.DueAt);
                await (isPast ? (open with { IsOpen = false, RemindAt = null, DoneAt = engine.Now }).UpdateAsync(transaction) : open.DeleteAsync(transaction));
            }

            if (wanted is not null)
                await WriteAsync(transaction, due, wanted, rows.FirstOrDefault(row => row.DueAt == wanted.DueAt), engine.Local);
        }
    }

    private static DueRow? Wanted(RecordDue due, RecordType type, RecordView record, RecordSettings settings, LocalTime local)
    {
        var read = new SortedSet<string>(StringComparer.Ordinal);
        return due.At(record, settings.NotingIn(read)) is { } moment
            ? new()
            {
                RecordId = record.Id, DueKey = due.Key, DueAt = DueTimes.Overdue(moment, local), Type = type.Key, UnitId = record.UnitId, OwnerId = record.Row.OwnerId,
                IsOpen = true, RestsOn = DueRow.Join(read),
            }
            : null;
    }

    private static Task WriteAsync(WriteTransaction transaction, RecordDue due, DueRow wanted, DueRow? held, LocalTime local)
    {
        wanted = wanted with { RemindAt = held is { IsOpen: true } ? held.RemindAt : DueTimes.FirstReminder(due, wanted.DueAt, local) };
        return held is null ? wanted.InsertAsync(transaction) : held == wanted ? Task.CompletedTask : wanted.UpdateAsync(transaction);
    }
}
