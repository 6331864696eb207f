namespace Portal.Jobs;

/// <summary>
/// Queued work. It goes in batches that commit together with their checkpoint, so whoever takes it over continues where it stood,
/// and running a batch twice changes nothing.
/// </summary>
/// <typeparam name="TArgs">Arguments, kept as JSON; no personal data.</typeparam>
public interface IJob<in TArgs>
{
    /// <summary>
    /// Does the work, or goes on with it. The class is made for each run with services of the run's scope and is not registered itself;
    /// its full name is kept with the queued job, so renaming it orphans what still waits.
    /// </summary>
    Task RunAsync(TArgs args, IJobProgress progress, CancellationToken cancellationToken);
}
