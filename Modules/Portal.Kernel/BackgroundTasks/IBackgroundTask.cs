namespace Portal.BackgroundTasks;

/// <summary>Work on a schedule. It runs on one host at a time and never overlaps itself; missed runs count once.</summary>
public interface IBackgroundTask
{
    /// <param name="services">A scope of its own.</param>
    /// <param name="cancellationToken">Cancelled when the host stops or the lease is lost.</param>
    Task DoWorkAsync(IServiceProvider services, CancellationToken cancellationToken);
}

/// <summary>Schedule of a background task.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BackgroundTaskAttribute : Attribute
{
    public string Title { get; set; } = "";

    /// <summary>Cron expression of five fields in the portal's time zone; default every five minutes.</summary>
    public string Schedule { get; set; } = "*/5 * * * *";

    public string Description { get; set; } = "";
}
