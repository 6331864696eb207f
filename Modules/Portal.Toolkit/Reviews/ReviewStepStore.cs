using Portal.Data;

namespace Portal.Toolkit.Reviews;

/// <summary>The entries of steps: one row per review, round and step; written when entered or skipped, decided once, superseded but never deleted.</summary>
internal static class ReviewStepStore
{
    public const string Columns =
        """
        review_id, round, step_no, step_key, unit_id, entered_at, due_at, decision, opinion, actor_person_id, actor_name, actor_role, actor_post_id, actor_unit_id,
        acted_at, self_review, superseded, reminded_at, escalated_at
        """;

    public static Task EnterAsync(WriteTransaction transaction, Review review) => transaction.ExecuteAsync(
        """
        insert into toolkit_review_step
            (review_id, round, step_no, step_key, unit_id, entered_at, due_at, opinion, actor_name, actor_role, self_review, superseded)
        values
            (@Id, @Round, @StepNo, @StepKey, @WaitingUnitId, @EnteredAt, @DueAt, '', '', '', 0, 0)
        """,
        new { review.Id, review.Round, review.StepNo, review.StepKey, review.WaitingUnitId, review.EnteredAt, review.DueAt });

    public static Task SkipAsync(WriteTransaction transaction, Review review, DateTime now) => transaction.ExecuteAsync(
        """
        insert into toolkit_review_step
            (review_id, round, step_no, step_key, entered_at, decision, opinion, actor_name, actor_role, acted_at, self_review, superseded)
        values
            (@Id, @Round, @StepNo, @StepKey, @now, 'Skip', '', '系统', '', @now, 0, 0)
        """,
        new { review.Id, review.Round, review.StepNo, review.StepKey, now });

    /// <summary>Writes the one decision of the waiting step.</summary>
    /// <exception cref="ReviewStaleException">It has one already.</exception>
    public static async Task DecideAsync(WriteTransaction transaction, Review review, ReviewStepRecord record, ReviewActor actor)
    {
        var decided = await transaction.ExecuteAsync(
            """
            update toolkit_review_step
            set decision = @decision,
                opinion = @Opinion,
                actor_person_id = @PersonId,
                actor_name = @Name,
                actor_role = @Role,
                actor_post_id = @PostId,
                actor_unit_id = @UnitId,
                acted_at = @ActedAt,
                self_review = @SelfReview
            where review_id = @Id
              and round = @Round
              and step_no = @StepNo
              and decision is null
              and superseded = 0
            """,
            new
            {
                review.Id,
                review.Round,
                review.StepNo,
                decision = record.Decision.ToString(),
                record.Opinion,
                actor.PersonId,
                actor.Name,
                actor.Role,
                actor.PostId,
                actor.UnitId,
                record.ActedAt,
                record.SelfReview,
            });
        if (decided != 1)
            throw new ReviewStaleException($"“{review.Title}”的这一环节已经办理过，您的操作没有生效。请查看最新情况。");
    }

    public static Task ReassignAsync(WriteTransaction transaction, Review review) => transaction.ExecuteAsync(
        """
        update toolkit_review_step
        set unit_id = @WaitingUnitId,
            entered_at = @EnteredAt,
            due_at = @DueAt,
            reminded_at = null,
            escalated_at = null
        where review_id = @Id
          and round = @Round
          and step_no = @StepNo
        """,
        new { review.Id, review.Round, review.StepNo, review.WaitingUnitId, review.EnteredAt, review.DueAt });

    /// <summary>Puts the entries from this step on out of force; they stay in the history.</summary>
    public static Task SupersedeAsync(WriteTransaction transaction, Review review, int fromStepNo) => transaction.ExecuteAsync(
        """
        update toolkit_review_step
        set superseded = 1
        where review_id = @Id
          and step_no >= @fromStepNo
          and superseded = 0
        """,
        new { review.Id, fromStepNo });

    /// <summary>The entries in force, by step.</summary>
    public static Task<IReadOnlyList<ReviewStepRecord>> InForceAsync(WriteTransaction transaction, long reviewId) => transaction.QueryAsync<ReviewStepRecord>(
        $"""
        select {Columns}
        from toolkit_review_step
        where review_id = @reviewId
          and superseded = 0
        order by step_no
        """,
        new { reviewId });
}
