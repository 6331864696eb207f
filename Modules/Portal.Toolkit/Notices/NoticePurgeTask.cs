using System.Data.Common;
using Dapper;
using Portal.BackgroundTasks;
using Portal.Data;

namespace Portal.Toolkit.Notices;

/// <summary>Deletes messages that are no longer shown, some hundred to a transaction; what one run does not reach the next one does.</summary>
[BackgroundTask(Title = "清除过期消息", Schedule = "50 3 * * *", Description = "删除半年以前的站内消息和阅读标记。")]
internal sealed class NoticePurgeTask(DbDataSource source, IWriteTransactions transactions, TimeProvider clock) : IBackgroundTask
{
    private const int Batch = 500;
    private const int MostBatches = 400;

    public async Task DoWorkAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-NoticeQueries.KeptDays);
        for (var done = 0; done < MostBatches && await ListAsync(before, cancellationToken) is { Length: > 0 } ids; done++)
        {
            await transactions.RunAsync(0, async transaction =>
            {
                transaction.WithoutAudit("Scheduled deletion of messages that nobody can see any more.");
                await transaction.ExecuteAsync("delete from toolkit_notice_read where notice_id in @ids", new { ids });
                await transaction.ExecuteAsync("delete from toolkit_notice where id in @ids", new { ids });
            }, cancellationToken);
        }
    }

    private async Task<long[]> ListAsync(DateTime before, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return [.. await connection.QueryAsync<long>(new CommandDefinition(
            "select id from toolkit_notice where sent_at < @before order by sent_at limit @Batch", new { before, Batch }, cancellationToken: cancellationToken))];
    }
}
