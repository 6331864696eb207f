namespace Portal.Toolkit.Reviews;

/// <summary>One entry of a step in one round; row of <c>toolkit_review_step</c>. Times are UTC.</summary>
public sealed record ReviewStepRecord
{
    public long ReviewId { get; init; }

    public int Round { get; init; }

    public int StepNo { get; init; }

    public string StepKey { get; init; } = "";

    /// <summary>Null when the step was skipped.</summary>
    public long? UnitId { get; init; }

    public DateTime EnteredAt { get; init; }

    public DateTime? DueAt { get; init; }

    /// <summary>Null while it waits, and when the review ended before it was decided.</summary>
    public ReviewDecision? Decision { get; init; }

    public string Opinion { get; init; } = "";

    public long? ActorPersonId { get; init; }

    public string ActorName { get; init; } = "";

    public string ActorRole { get; init; } = "";

    public long? ActorPostId { get; init; }

    public long? ActorUnitId { get; init; }

    public DateTime? ActedAt { get; init; }

    public bool SelfReview { get; init; }

    /// <summary>A later round put this one out of force; it stays in the history.</summary>
    public bool Superseded { get; init; }

    public DateTime? RemindedAt { get; init; }

    public DateTime? EscalatedAt { get; init; }
}
