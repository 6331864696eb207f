using Portal.Data;

namespace Portal.Toolkit.Records.Dues;

/// <summary>Keeps the due dates of a record as its values say; a date that moves is reminded of anew.</summary>
internal static class RecordDues
{
    public static async Task WriteAsync(WriteTransaction transaction, RecordType type, RecordView record, RecordSettings settings, LocalTime local)
    {
        if (type.Dues.Count == 0)
            return;
        var rests = type.StateOf(record.State).IsFinal;
        var held = (await transaction.QueryAsync<DueRow>($"select {DueRow.Columns} from toolkit_record_due where record_id = @Id", new { record.Id })).ToDictionary(row => row.DueKey, StringComparer.Ordinal);
        foreach (var due in type.Dues)
        {
            var at = rests && !due.OutlivesRecord ? null : due.At(record, settings);
            var old = held.GetValueOrDefault(due.Key);
            if (at is not { } moment)
            {
                if (old is not null)
                    await transaction.ExecuteAsync("delete from toolkit_record_due where record_id = @Id and due_key = @Key", new { record.Id, due.Key });
                continue;
            }

            var row = new DueRow
            {
                RecordId = record.Id, DueKey = due.Key, Type = type.Key, UnitId = record.UnitId, OwnerId = record.Row.OwnerId,
                DueAt = DueTimes.Overdue(moment, local), IsOpen = !due.Done(record),
            };
            row = row with { RemindAt = !row.IsOpen ? null : old is not null && old.DueAt == row.DueAt && old.IsOpen ? old.RemindAt : DueTimes.FirstReminder(due, row.DueAt, local) };
            await DueRow.WriteAsync(transaction, row, isNew: old is null);
        }
    }
}
