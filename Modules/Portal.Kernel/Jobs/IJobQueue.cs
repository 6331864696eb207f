using Portal.Data;

namespace Portal.Jobs;

/// <summary>Puts work that takes longer than two seconds into the background.</summary>
public interface IJobQueue
{
    /// <summary>
    /// Writes the job in the caller's transaction; it needs one id and starts after the commit. It runs for the post that queued it,
    /// and only if that post still holds <paramref name="permission"/> then.
    /// </summary>
    Task<long> EnqueueAsync<TJob, TArgs>(WriteTransaction transaction, string title, TArgs args, string permission)
        where TJob : IJob<TArgs>;

    /// <summary>The job as it stands; null when there is none, or it ended long ago. Whose job it is the caller must know.</summary>
    Task<JobStatus?> FindAsync(long jobId, CancellationToken cancellationToken);

    /// <summary>Waits until the job has ended, at most <paramref name="patience"/>; lets a small job answer without a progress page.</summary>
    Task<JobStatus?> WaitAsync(long jobId, TimeSpan patience, CancellationToken cancellationToken);
}

/// <summary>Where a job stands.</summary>
public enum JobState
{
    Queued,
    Running,
    Done,
    Failed,
}

/// <summary>A job as its page shows it.</summary>
public sealed record JobStatus
{
    public required long Id { get; init; }

    public required string Title { get; init; }

    public required JobState State { get; init; }

    public int Done { get; init; }

    public int Total { get; init; }

    public string Message { get; init; } = "";

    public bool HasEnded => State is JobState.Done or JobState.Failed;
}
