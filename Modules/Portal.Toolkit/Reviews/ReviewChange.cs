namespace Portal.Toolkit.Reviews;

/// <summary>One change of a review, told to its handler in the same transaction. What it is now stands in <see cref="After"/>, held or not.</summary>
public sealed record ReviewChange
{
    public required ReviewChangeKind Kind { get; init; }

    /// <summary>Null when it was started.</summary>
    public Review? Before { get; init; }

    public required Review After { get; init; }

    /// <summary>The step that was decided, held, or reassigned; null for the other kinds.</summary>
    public ReviewStep? Step { get; init; }

    /// <summary>Null when nobody decided.</summary>
    public ReviewDecision? Decision { get; init; }

    /// <summary>Opinion or reason; empty when none was given.</summary>
    public string Text { get; init; } = "";

    /// <summary>The maker decided himself, where four eyes are not asked for.</summary>
    public bool IsSelfReview { get; init; }
}

/// <summary>What happened to a review.</summary>
public enum ReviewChangeKind
{
    Started,

    /// <summary>A step passed and the next was entered, or the review is held in front of it.</summary>
    StepPassed,

    /// <summary>The last step passed.</summary>
    Finished,

    Rejected,

    /// <summary>To the starter (<see cref="ReviewState.Returned"/>) or to an earlier step.</summary>
    Returned,

    Resubmitted,

    /// <summary>The reason of a hold was gone.</summary>
    Resumed,

    /// <summary>A hold was looked at again and stays, for the same or another reason.</summary>
    HeldAgain,

    Reassigned,

    Withdrawn,

    Expired,
}
