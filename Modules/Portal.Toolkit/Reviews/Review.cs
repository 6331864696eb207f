namespace Portal.Toolkit.Reviews;

/// <summary>核办: one subject on its way through a route; row of <c>toolkit_review</c>. Times are UTC.</summary>
public sealed record Review
{
    public required long Id { get; init; }

    public required string RouteKey { get; init; }

    /// <summary>Id of the module's own record; one review per route and subject, for ever.</summary>
    public required long SubjectId { get; init; }

    /// <summary>As to-do lists show it; no identity numbers.</summary>
    public required string Title { get; init; }

    /// <summary>0 when the system started it.</summary>
    public long StarterUnitId { get; init; }

    public long? StarterPersonId { get; init; }

    public string StarterName { get; init; } = "";

    public DateTime StartedAt { get; init; }

    public ReviewState State { get; init; }

    /// <summary>Counts from 1; each return begins a new one.</summary>
    public int Round { get; init; } = 1;

    /// <summary>Keys of the route's steps in the order of this review, separated by commas.</summary>
    public string StepKeys { get; init; } = "";

    /// <summary>Number, from 1, of the step it waits at, is held in front of, was returned by or ended at.</summary>
    public int StepNo { get; init; }

    public string StepKey { get; init; } = "";

    /// <summary>Null unless active.</summary>
    public long? WaitingUnitId { get; init; }

    /// <summary>Permission of the waiting step; empty unless active.</summary>
    public string WaitingPermission { get; init; } = "";

    public DateTime? EnteredAt { get; init; }

    /// <summary>The first moment after the time allowed: midnight at the end of the last working day. Null unless active.</summary>
    public DateTime? DueAt { get; init; }

    /// <summary>When the overdue task looks next.</summary>
    public DateTime? AlarmAt { get; init; }

    /// <summary>The superior unit on whose list the overdue step stands.</summary>
    public long? EscalatedUnitId { get; init; }

    /// <summary>Empty unless held.</summary>
    public string HoldCode { get; init; } = "";

    public string HoldText { get; init; } = "";

    public DateTime? FinishedAt { get; init; }

    /// <summary>Raised by each change and each edit of the subject; whoever acts names the one he saw.</summary>
    public long Version { get; init; }

    /// <summary>Number of the step it was started at; later than 1 when steps were skipped.</summary>
    public int FirstStepNo { get; init; } = 1;

    /// <summary>Whether nobody has decided yet.</summary>
    public bool IsUntouched => Round == 1 && !State.IsFinal() && State != ReviewState.Returned && StepNo == FirstStepNo;

    /// <summary><see cref="StepKeys"/> in order.</summary>
    public IReadOnlyList<string> Order => StepKeys.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
