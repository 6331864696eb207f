using System.Data.Common;
using Dapper;
using Portal.BackgroundTasks;
using Portal.Data;
using Portal.Jobs;

namespace Portal.Toolkit.Imports;

/// <summary>Deletes what was uploaded: the rows after 30 days, files that no check ever read after one day. Counts stay.</summary>
[BackgroundTask(Title = "清除导入的原始数据", Schedule = "20 3 * * *", Description = "导入文件中的姓名、号码等内容保存30天。")]
internal sealed class ImportPurgeTask(DbDataSource source, IWriteTransactions transactions, IJobQueue jobs, TimeProvider clock) : IBackgroundTask
{
    private const string Interrupted = "中断后超过30天没有继续，其余行没有导入。";

    private static readonly TimeSpan KeptRows = TimeSpan.FromDays(30);
    private static readonly TimeSpan KeptFiles = TimeSpan.FromDays(1);

    public async Task DoWorkAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var import in await ListAsync("toolkit_import_part", now - KeptRows, cancellationToken))
            await RunAsync(transaction => PurgeRowsAsync(transaction, import), cancellationToken);
        foreach (var import in await ListAsync("toolkit_import_file", now - KeptFiles, cancellationToken))
            await RunAsync(transaction => ImportFile.DeleteAsync(transaction, import.Id), cancellationToken);
    }

    private Task RunAsync(Func<WriteTransaction, Task> body, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        await body(transaction);
        transaction.WithoutAudit("Scheduled deletion of uploaded text; the import itself stays on record.");
    }, cancellationToken);

    // Without its rows nothing can be imported any more: what waited is given up, what was interrupted ends with what it has done.
    private static async Task PurgeRowsAsync(WriteTransaction transaction, OldImport import)
    {
        if (import.State is ImportState.Checked or ImportState.Applying)
        {
            var isApplying = import.State == ImportState.Applying;
            var ended = await transaction.ExecuteAsync(
                "update toolkit_import set state = @state, message = @message, version = version + 1 where id = @Id and version = @Version",
                new { import.Id, import.Version, state = (int)(isApplying ? ImportState.Applied : ImportState.Cancelled), message = isApplying ? Interrupted : "" });

            // Somebody goes on with it at this moment.
            if (ended == 0)
                return;
            if (isApplying)
            {
                await transaction.ExecuteAsync("delete from toolkit_import_part where import_id = @Id and applied = 0", new { import.Id });
                await ImportPartWriter.CountAsync(transaction, import.Id);
            }
        }

        await transaction.ExecuteAsync("delete from toolkit_import_part where import_id = @Id", new { import.Id });
    }

    // An import whose job waits or runs is left alone, however old its file is.
    private async Task<IReadOnlyList<OldImport>> ListAsync(string table, DateTime before, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<OldImport>(new CommandDefinition(
            $"""
            select i.id, i.state, i.version, i.job_id
            from toolkit_import i
            where i.at < @before
              and exists (select 1 from {table} c where c.import_id = i.id)
            """,
            new { before },
            cancellationToken: cancellationToken));
        var idle = new List<OldImport>();
        foreach (var import in found)
        {
            if (import.JobId is not { } job || await jobs.FindAsync(job, cancellationToken) is not { HasEnded: false })
                idle.Add(import);
        }

        return idle;
    }

    private sealed record OldImport
    {
        public long Id { get; init; }

        public ImportState State { get; init; }

        public int Version { get; init; }

        public long? JobId { get; init; }
    }
}
