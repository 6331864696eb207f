using Portal.Toolkit.Components;

namespace Portal.Toolkit.Reviews;

/// <summary>A review as its page shows it: where it stands, the line of steps, what was decided, the full history.</summary>
public sealed record ReviewTimeline
{
    public required Review Review { get; init; }

    /// <summary>Whose turn it is and until when, or how it ended, in one sentence.</summary>
    public required string Headline { get; init; }

    /// <summary>Model of the theme's <c>_StepLine</c>: done, now, to come, skipped.</summary>
    public required StepLine Line { get; init; }

    /// <summary>All entries of steps, oldest first, superseded ones too.</summary>
    public required IReadOnlyList<ReviewStepRecord> Steps { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<ReviewEvent> History { get; init; }
}
