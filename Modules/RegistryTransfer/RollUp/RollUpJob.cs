using Portal.Jobs;

namespace Portal.RegistryTransfer.RollUp;

/// <summary>A phase started by hand.</summary>
internal sealed class RollUpJob(RollUpCommands commands) : IJob<RollUpArgs>
{
    public Task RunAsync(RollUpArgs args, IJobProgress progress, CancellationToken cancellationToken) => commands.RunAsync(
        args.SchoolYear,
        args.Phase,
        run => progress.ReportAsync(run.Students, 0, $"已处理 {run.Students:N0} 名学生。", cancellationToken),
        cancellationToken);
}
