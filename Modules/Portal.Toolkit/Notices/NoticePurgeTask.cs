using System.Data.Common;
using Dapper;
using Portal.BackgroundTasks;

namespace Portal.Toolkit.Notices;

/// <summary>Deletes messages that are no longer shown.</summary>
[BackgroundTask(Title = "清除过期消息", Schedule = "50 3 * * *", Description = "删除半年以前的站内消息和阅读标记。")]
internal sealed class NoticePurgeTask(DbDataSource source, TimeProvider clock) : IBackgroundTask
{
    public async Task DoWorkAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-NoticeQueries.KeptDays);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            delete from toolkit_notice_read
            where notice_id in (select id from toolkit_notice where sent_at < @before)
            """,
            new { before },
            cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition("delete from toolkit_notice where sent_at < @before", new { before }, cancellationToken: cancellationToken));
    }
}
