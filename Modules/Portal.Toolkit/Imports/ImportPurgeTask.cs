using System.Data.Common;
using Dapper;
using Portal.BackgroundTasks;
using Portal.Data;

namespace Portal.Toolkit.Imports;

/// <summary>Deletes what was uploaded: the rows after 30 days, files that no check ever read after one day. Counts stay.</summary>
[BackgroundTask(Title = "清除导入的原始数据", Schedule = "20 3 * * *", Description = "导入文件中的姓名、号码等内容保存30天。")]
internal sealed class ImportPurgeTask(DbDataSource source, IWriteTransactions transactions, TimeProvider clock) : IBackgroundTask
{
    private const string Interrupted = "中断后超过30天没有继续，其余行没有导入。";

    private static readonly TimeSpan KeptRows = TimeSpan.FromDays(30);
    private static readonly TimeSpan KeptFiles = TimeSpan.FromDays(1);

    public async Task DoWorkAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var id in await ListAsync("toolkit_import_part", now - KeptRows, cancellationToken))
            await RunAsync(transaction => PurgeRowsAsync(transaction, id), cancellationToken);
        foreach (var id in await ListAsync("toolkit_import_file", now - KeptFiles, cancellationToken))
            await RunAsync(transaction => ImportFile.DeleteAsync(transaction, id), cancellationToken);
    }

    private Task RunAsync(Func<WriteTransaction, Task> body, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        await body(transaction);
        transaction.WithoutAudit("Scheduled deletion of uploaded text; the import itself stays on record.");
    }, cancellationToken);

    // Without its rows nothing can be imported any more: what waited is given up, what was interrupted ends with what it has done.
    private static async Task PurgeRowsAsync(WriteTransaction transaction, long id)
    {
        await transaction.ExecuteAsync(
            "update toolkit_import set state = @cancelled, version = version + 1 where id = @id and state = @checked",
            new { id, cancelled = (int)ImportState.Cancelled, @checked = (int)ImportState.Checked });
        var ended = await transaction.ExecuteAsync(
            "update toolkit_import set state = @applied, message = @Interrupted, version = version + 1 where id = @id and state = @applying",
            new { id, Interrupted, applied = (int)ImportState.Applied, applying = (int)ImportState.Applying });
        if (ended > 0)
        {
            await transaction.ExecuteAsync("delete from toolkit_import_part where import_id = @id and applied = 0", new { id });
            await ImportPartWriter.CountAsync(transaction, id);
        }

        await transaction.ExecuteAsync("delete from toolkit_import_part where import_id = @id", new { id });
    }

    private async Task<IReadOnlyList<long>> ListAsync(string table, DateTime before, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<long>(new CommandDefinition(
            $"""
            select i.id
            from toolkit_import i
            where i.at < @before
              and exists (select 1 from {table} c where c.import_id = i.id)
            """,
            new { before },
            cancellationToken: cancellationToken))).AsList();
    }
}
