namespace Portal.Toolkit.Components;

/// <summary>Progress of a job; it refreshes itself each second until the job has ended; partial <c>_JobProgress</c>.</summary>
public sealed record JobProgressView
{
    public required string Title { get; init; }

    public int Done { get; init; }

    /// <summary>0 while it is not known.</summary>
    public int Total { get; init; }

    public string Message { get; init; } = "";

    /// <summary>A GET that renders <c>_JobProgress</c> again, alone or within a page; usually the page itself.</summary>
    public required string PollUrl { get; init; }

    public bool IsEnded { get; init; }

    public bool HasFailed { get; init; }

    /// <summary>Where the person goes on after the end.</summary>
    public string? ContinueUrl { get; init; }

    public string ContinueText { get; init; } = "查看结果";
}
