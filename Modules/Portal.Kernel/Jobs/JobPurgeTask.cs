using System.Data.Common;
using Dapper;
using Portal.BackgroundTasks;

namespace Portal.Jobs;

/// <summary>Deletes jobs that ended long ago. What they did is in the audit and in their module's tables.</summary>
[BackgroundTask(Title = "清除已结束的任务", Schedule = "40 3 * * *", Description = "已结束的后台任务保留90天。")]
internal sealed class JobPurgeTask(DbDataSource source, TimeProvider clock) : IBackgroundTask
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public async Task DoWorkAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            delete from portal_job
            where state in (@done, @failed)
              and finished_at < @before
            """,
            new { done = (int)JobState.Done, failed = (int)JobState.Failed, before = clock.GetUtcNow().UtcDateTime - Kept },
            cancellationToken: cancellationToken));
    }
}
