using Portal.Data;

namespace Portal.Toolkit.Reviews;

/// <summary>The row of a review.</summary>
internal static class ReviewStore
{
    public const string Columns =
        """
        id, route_key, subject_id, title, starter_unit_id, starter_person_id, starter_name, started_at, state, round, step_keys, first_step_no, step_no, step_key,
        waiting_unit_id, waiting_permission, entered_at, due_at, alarm_at, escalated_unit_id, hold_code, hold_text, finished_at, version
        """;

    public static Task<Review?> FindAsync(WriteTransaction transaction, long id) =>
        transaction.FirstOrDefaultAsync<Review>($"select {Columns} from toolkit_review where id = @id", new { id });

    public static Task InsertAsync(WriteTransaction transaction, Review review) => transaction.ExecuteAsync(
        $"""
        insert into toolkit_review ({Columns})
        values
            (@Id, @RouteKey, @SubjectId, @Title, @StarterUnitId, @StarterPersonId, @StarterName, @StartedAt, @state, @Round, @StepKeys, @FirstStepNo, @StepNo, @StepKey,
            @WaitingUnitId, @WaitingPermission, @EnteredAt, @DueAt, @AlarmAt, @EscalatedUnitId, @HoldCode, @HoldText, @FinishedAt, @Version)
        """,
        Row(review));

    public static Task UpdateAsync(WriteTransaction transaction, Review review) => transaction.ExecuteAsync(
        """
        update toolkit_review
        set state = @state,
            round = @Round,
            step_no = @StepNo,
            step_key = @StepKey,
            waiting_unit_id = @WaitingUnitId,
            waiting_permission = @WaitingPermission,
            entered_at = @EnteredAt,
            due_at = @DueAt,
            alarm_at = @AlarmAt,
            escalated_unit_id = @EscalatedUnitId,
            hold_code = @HoldCode,
            hold_text = @HoldText,
            finished_at = @FinishedAt
        where id = @Id
        """,
        Row(review));

    private static object Row(Review review) => new
    {
        review.Id,
        review.RouteKey,
        review.SubjectId,
        review.Title,
        review.StarterUnitId,
        review.StarterPersonId,
        review.StarterName,
        review.StartedAt,
        state = review.State.ToString(),
        review.Round,
        review.StepKeys,
        review.FirstStepNo,
        review.StepNo,
        review.StepKey,
        review.WaitingUnitId,
        review.WaitingPermission,
        review.EnteredAt,
        review.DueAt,
        review.AlarmAt,
        review.EscalatedUnitId,
        review.HoldCode,
        review.HoldText,
        review.FinishedAt,
        review.Version,
    };
}
