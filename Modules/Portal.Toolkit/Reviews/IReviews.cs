using Portal.Data;

namespace Portal.Toolkit.Reviews;

/// <summary>
/// The engine, inside the caller's transaction; <see cref="ReviewCommands"/> opens one for each. Of competing changes on one review exactly one
/// succeeds. Each writes the state, the step's record, the history, one audit row and the module's effect, or nothing at all.
/// </summary>
/// <exception cref="ReviewNotFoundException">There is no such review.</exception>
/// <exception cref="ReviewStaleException">Somebody was faster; nothing was changed.</exception>
/// <exception cref="ReviewFinishedException">The review has ended.</exception>
/// <exception cref="ReviewForbiddenException">Not this post's turn or right.</exception>
/// <exception cref="ReviewRefusedException">What was entered does not do, or a step has no unit.</exception>
public interface IReviews
{
    /// <summary>How many ids one call below takes at most; add them to the transaction's own.</summary>
    int IdsFor(string routeKey);

    /// <summary>Enters the first step. Writes the audit row of the start; the module need not write another.</summary>
    Task<Review> StartAsync(WriteTransaction transaction, ReviewStart start);

    /// <summary>Serialises the module's own edit of the subject with the review: call it first. <paramref name="note"/> enters the history. Audit is the caller's.</summary>
    Task<Review> TouchAsync(WriteTransaction transaction, long reviewId, long version, string? note = null);

    /// <param name="transaction">The caller's.</param>
    /// <param name="reviewId">The review.</param>
    /// <param name="version">As the deciding person saw it.</param>
    /// <param name="decision">Pass, Return or Reject.</param>
    /// <param name="opinion">As the step's <see cref="OpinionRule"/> asks.</param>
    /// <param name="returnTo">Key of an earlier step to return to; null returns to the starter.</param>
    Task<ReviewChange> DecideAsync(WriteTransaction transaction, long reviewId, long version, ReviewDecision decision, string? opinion, string? returnTo = null);

    /// <summary>重新校验: asks the handler again and enters the step when the reason is gone; otherwise the review stays held. The page checks who may.</summary>
    Task<ReviewChange> ResumeAsync(WriteTransaction transaction, long reviewId, long version);

    /// <summary>After a return to the starter: a new round from the first step; earlier decisions are superseded but kept.</summary>
    Task<ReviewChange> ResubmitAsync(WriteTransaction transaction, long reviewId, long version);

    /// <summary>撤销, by whom the handler lets; the units that have acted and the waiting one are told.</summary>
    Task<ReviewChange> WithdrawAsync(WriteTransaction transaction, long reviewId, long version, string? reason);

    /// <summary>改派: gives the entered step to another unit, with a new time to decide. The page checks who may.</summary>
    Task<ReviewChange> ReassignAsync(WriteTransaction transaction, long reviewId, long version, long unitId, string? reason);

    /// <summary>Ends a review that is not finished, by the system.</summary>
    Task<ReviewChange> ExpireAsync(WriteTransaction transaction, long reviewId, string reason);

    /// <summary>催办: tells the waiting unit once more. Changes no state and no version. The page checks who may.</summary>
    Task UrgeAsync(WriteTransaction transaction, long reviewId, string? note);
}
