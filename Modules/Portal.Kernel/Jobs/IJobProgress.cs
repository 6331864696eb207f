using Portal.Data;

namespace Portal.Jobs;

/// <summary>What a running job knows of itself and tells those who wait.</summary>
public interface IJobProgress
{
    long JobId { get; }

    /// <summary>Where the previous run stood; null at the first run.</summary>
    string? Checkpoint { get; }

    /// <summary>Saves progress and checkpoint inside the caller's transaction.</summary>
    /// <exception cref="JobLeaseLostException">Another host took the job over; the transaction must roll back.</exception>
    Task SaveAsync(WriteTransaction transaction, string? checkpoint, int done, int total);

    /// <summary>Shows progress outside any transaction.</summary>
    Task ReportAsync(int done, int total, string message, CancellationToken cancellationToken);
}

/// <summary>The lease of a job went to another host.</summary>
public sealed class JobLeaseLostException(string message) : Exception(message);
