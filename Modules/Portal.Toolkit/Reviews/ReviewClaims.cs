using Portal.Data;

namespace Portal.Toolkit.Reviews;

/// <summary>Whoever changes a review claims it first; of two who saw the same version the second finds none.</summary>
internal sealed class ReviewClaims(ReviewHandlers handlers)
{
    /// <summary>The first statement of each change: raises the version of a review that is in one of these states.</summary>
    /// <returns>The review as it was.</returns>
    public async Task<Review> ClaimAsync(WriteTransaction transaction, long id, long version, params ReviewState[] states)
    {
        var claimed = await transaction.ExecuteAsync(
            """
            update toolkit_review
            set version = version + 1
            where id = @id
              and version = @version
              and state in @states
            """,
            new { id, version, states = states.Select(state => state.ToString()).ToArray() });
        var review = await ReviewStore.FindAsync(transaction, id) ?? throw new ReviewNotFoundException();
        if (claimed == 1)
            return review with { Version = version };
        var handler = handlers.Get(review.RouteKey);
        if (review.State.IsFinal())
            throw new ReviewFinishedException(handler.FinishedText);
        var now = review.State == ReviewState.Active ? handler.Route.Find(review.StepKey)?.Label ?? "" : review.State.Word(handler.Route.Verb);
        throw new ReviewStaleException($"“{review.Title}”已有变化，现在是“{now}”，您的操作没有生效。请查看最新情况后再办理。");
    }
}
