using Portal.Data;
using Portal.Toolkit.Records.Writing;

namespace Portal.Toolkit.Records.Dues;

/// <summary>
/// When a setting changes, the open due dates that rest on it follow: a few in the transaction of the change, many in batches that commit with the mark of how
/// far they came, so that whoever goes on does so where the last one stood. Each record is computed as it is with the settings of that moment; doing it
/// twice changes nothing.
/// </summary>
public sealed class DueRevision(RecordEngine engine, RecordCatalog catalog, IWriteTransactions transactions)
{
    /// <summary>As many dates as the change itself takes along.</summary>
    internal const int Few = 200;

    private const int Batch = 100;

    // What was being written while the setting changed may still go by the old one: the round begins when it has ended.
    private static readonly TimeSpan _pause = TimeSpan.FromMinutes(1);

    /// <summary>Revises a few at once and marks the rest, in the transaction that changed the setting.</summary>
    /// <returns>How many dates rest on it.</returns>
    internal async Task<int> BeginAsync(WriteTransaction transaction, RecordBook book, string key)
    {
        await MarkAsync(transaction, book, new() { SettingKey = key, ReviseAt = engine.Now + _pause });
        var session = ReadSession.Of(transaction);
        if ((await SettingDues.ListAsync(session, book)).GetValueOrDefault(key) is not { } dues)
            return 0;
        if (dues.Count > Few)
            return dues.Count;
        var writer = await engine.OpenAsync(transaction, book);
        foreach (var type in dues.Types)
            await ReviseAsync(writer, await dues.RecordsAsync(session, type, 0, Few));
        return dues.Count;
    }

    /// <summary>All rounds whose time has come.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var book in catalog.Books)
        {
            while (await transactions.RunAsync(0, transaction => StepAsync(transaction, book), cancellationToken))
                cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task<bool> StepAsync(WriteTransaction transaction, RecordBook book)
    {
        transaction.WithoutAudit("The audit has the change of the setting.");
        if (await FindAsync(transaction, book) is not { } mark)
            return false;
        var session = ReadSession.Of(transaction);
        var dues = (await SettingDues.ListAsync(session, book)).GetValueOrDefault(mark.SettingKey);
        foreach (var type in dues?.Types.Where(type => string.CompareOrdinal(type, mark.ReviseType) >= 0) ?? [])
        {
            if (await dues!.RecordsAsync(session, type, type == mark.ReviseType ? mark.ReviseAfter ?? 0 : 0, Batch) is not [.., var last] ids)
                continue;
            await ReviseAsync(await engine.OpenAsync(transaction, book), ids);
            await MarkAsync(transaction, book, mark with { ReviseType = type, ReviseAfter = last });
            return true;
        }

        await MarkAsync(transaction, book, new() { SettingKey = mark.SettingKey });
        return true;
    }

    private async Task ReviseAsync(RecordWriter writer, IReadOnlyList<long> ids)
    {
        foreach (var id in ids)
        {
            await writer.LockAsync(id);
            if (await writer.FindAsync(id) is { } record)
                await RecordDues.WriteAsync(writer.Transaction, engine, catalog.Get(record.Row.Type), record, writer.Settings, isRevision: true);
        }
    }

    // Held until the batch is done: whoever changes the setting meanwhile waits, and the round begins anew.
    private Task<DueRevisionMark?> FindAsync(WriteTransaction transaction, RecordBook book) => transaction.FirstOrDefaultAsync<DueRevisionMark>(
        $"""
        select setting_key, revise_at, revise_type, revise_after
        from toolkit_record_setting
        where module_id = @ModuleId
          and revise_at <= @Now
        order by revise_at
        limit 1
        {(transaction.Dialect == SqlDialect.Sqlite ? "" : "for update")}
        """,
        new { book.ModuleId, engine.Now });

    private static Task<int> MarkAsync(WriteTransaction transaction, RecordBook book, DueRevisionMark mark) => transaction.ExecuteAsync(
        """
        update toolkit_record_setting
        set revise_at = @ReviseAt,
            revise_type = @ReviseType,
            revise_after = @ReviseAfter
        where module_id = @ModuleId
          and setting_key = @SettingKey
        """,
        new { book.ModuleId, mark.SettingKey, mark.ReviseAt, mark.ReviseType, mark.ReviseAfter });
}
