using Portal.Data;
using Portal.Units;

namespace Portal.Toolkit.Reviews;

/// <summary>Writes the lines of the history.</summary>
internal sealed class ReviewHistory(IUnitContext context, TimeProvider clock)
{
    public const string Columns =
        """
        id, review_id, at, kind, action, round, step_no, step_key, unit_id, text,
        actor_person_id, actor_name, actor_role, actor_post_id, actor_unit_id, actor_unit_name, self_review
        """;

    /// <summary>By whoever is at work.</summary>
    public Task WriteAsync(WriteTransaction transaction, ReviewNote note, bool selfReview = false) =>
        WriteAsync(transaction, note, ReviewActor.Of(context), selfReview);

    /// <summary>By the system, also when a person's change brought it about.</summary>
    public Task WriteBySystemAsync(WriteTransaction transaction, ReviewNote note) => WriteAsync(transaction, note, new ReviewActor(), selfReview: false);

    private Task<int> WriteAsync(WriteTransaction transaction, ReviewNote note, ReviewActor actor, bool selfReview) => transaction.ExecuteAsync(
        $"""
        insert into toolkit_review_event ({Columns})
        values
            (@id, @reviewId, @at, @Kind, @Action, @Round, @StepNo, @StepKey, @WaitingUnitId, @Text,
            @PersonId, @Name, @Role, @PostId, @UnitId, @UnitName, @selfReview)
        """,
        new
        {
            id = transaction.NextId(),
            reviewId = note.At.Id,
            at = clock.GetUtcNow().UtcDateTime,
            note.Kind,
            note.Action,
            note.At.Round,
            note.At.StepNo,
            note.At.StepKey,
            note.At.WaitingUnitId,
            note.Text,
            actor.PersonId,
            actor.Name,
            actor.Role,
            actor.PostId,
            actor.UnitId,
            actor.UnitName,
            selfReview,
        });
}
