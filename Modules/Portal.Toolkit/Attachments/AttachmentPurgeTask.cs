using Portal.BackgroundTasks;

namespace Portal.Toolkit.Attachments;

/// <summary>Deletes what was uploaded and never became part of anything, also the halves of uploads that broke off.</summary>
[BackgroundTask(Title = "清除未提交的附件", Schedule = "20 * * * *", Description = "上传一天后仍未提交的附件，和中断的上传。")]
internal sealed class AttachmentPurgeTask(AttachmentQueries queries, AttachmentCommands commands, TimeProvider clock) : IBackgroundTask
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task DoWorkAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        foreach (var id in await queries.ListDraftsBeforeAsync(clock.GetUtcNow().UtcDateTime - Kept, cancellationToken))
            await commands.DiscardAsync(id, cancellationToken);
    }
}
