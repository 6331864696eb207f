namespace Portal.Jobs;

/// <summary>
/// Queued work. It goes in batches that commit together with their checkpoint, so whoever takes it over continues where it stood,
/// and running a batch twice changes nothing.
/// </summary>
/// <typeparam name="TArgs">Arguments, kept as JSON; no personal data.</typeparam>
public interface IJob<in TArgs>
{
    Task RunAsync(TArgs args, IJobProgress progress, CancellationToken cancellationToken);
}
