namespace Portal.Toolkit.Reviews;

/// <summary>What a review is after leaving its step; each clears what belonged to the step.</summary>
internal static class ReviewTransitions
{
    public static Review Left(this Review review) => review with
    {
        WaitingUnitId = null,
        WaitingPermission = "",
        EnteredAt = null,
        DueAt = null,
        AlarmAt = null,
        EscalatedUnitId = null,
        HoldCode = "",
        HoldText = "",
    };

    public static Review Ended(this Review review, ReviewState state, DateTime now) => review.Left() with { State = state, FinishedAt = now };

    public static Review HeldBy(this Review review, ReviewHold hold) => review.Left() with { State = ReviewState.Held, HoldCode = hold.Code, HoldText = hold.Text };

    public static Review WaitingFor(this Review review, ReviewStep step, long unitId, DateTime now, DateTime dueAt) => review.Left() with
    {
        State = ReviewState.Active,
        WaitingUnitId = unitId,
        WaitingPermission = step.Permission,
        EnteredAt = now,
        DueAt = dueAt,
        AlarmAt = dueAt,
    };
}
