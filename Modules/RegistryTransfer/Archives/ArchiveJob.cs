using Portal.Jobs;

namespace Portal.RegistryTransfer.Archives;

/// <summary>系统自动调档, queued in the transaction of the last approval. It may be lost: <see cref="ArchiveTask"/> finds every row that waits.</summary>
internal sealed class ArchiveJob(ArchiveCommands archives) : IJob<ArchiveArgs>
{
    public async Task RunAsync(ArchiveArgs args, IJobProgress progress, CancellationToken cancellationToken)
    {
        var isDone = await archives.MoveAsync(args.ApplicationId, cancellationToken);
        await progress.ReportAsync(1, 1, isDone ? "调档完毕。" : "本次没有调档，系统会按时重试。", cancellationToken);
    }
}
