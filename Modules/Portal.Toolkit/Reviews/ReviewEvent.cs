namespace Portal.Toolkit.Reviews;

/// <summary>One line of a review's full history; row of <c>toolkit_review_event</c>. Never changed, never deleted.</summary>
public sealed record ReviewEvent
{
    public long Id { get; init; }

    public long ReviewId { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Name of a <see cref="ReviewChangeKind"/>, or Skipped, Held, Edited, Urged, Overdue, Escalated.</summary>
    public string Kind { get; init; } = "";

    /// <summary>In words: 核办通过, 撤销, 催办.</summary>
    public string Action { get; init; } = "";

    public int Round { get; init; }

    public int StepNo { get; init; }

    public string StepKey { get; init; } = "";

    /// <summary>The unit whose turn it was; null when it was nobody's.</summary>
    public long? UnitId { get; init; }

    /// <summary>Opinion, reason or what is wrong.</summary>
    public string Text { get; init; } = "";

    public long? ActorPersonId { get; init; }

    /// <summary>系统 when no person acted.</summary>
    public string ActorName { get; init; } = "";

    public string ActorRole { get; init; } = "";

    public long? ActorPostId { get; init; }

    public long? ActorUnitId { get; init; }

    /// <summary>As the unit was called then.</summary>
    public string ActorUnitName { get; init; } = "";

    public bool SelfReview { get; init; }
}
