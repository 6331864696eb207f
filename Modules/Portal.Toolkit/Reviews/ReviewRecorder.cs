using Portal.Audit;
using Portal.Data;

namespace Portal.Toolkit.Reviews;

/// <summary>Ends each change: the row, the history, one audit row, the notices and the module's effect.</summary>
internal sealed class ReviewRecorder(ReviewHistory history, ReviewNotices notices, IAuditLog audit)
{
    /// <param name="transaction">The caller's.</param>
    /// <param name="handler">Of the review's route.</param>
    /// <param name="change">What happened, with the review as it shall be.</param>
    /// <param name="notes">Skipped and held steps.</param>
    /// <param name="detail">The module's part of the audit row.</param>
    public async Task<ReviewChange> RecordAsync(
        WriteTransaction transaction, ReviewHandler handler, ReviewChange change, IReadOnlyList<ReviewNote> notes, object? detail = null)
    {
        if (change.Before is { } before)
        {
            change = change with { After = change.After with { Version = before.Version + 1 } };
            await ReviewStore.UpdateAsync(transaction, change.After);
        }
        else
        {
            await ReviewStore.InsertAsync(transaction, change.After);
        }

        // The step it was about: of a decision the one that was left, otherwise the one it stands at now.
        var at = change.Decision is not null ? change.Before! : change.After;
        var action = handler.ActionText(change);
        await history.WriteAsync(transaction, new(change.Kind.ToString(), action, at) { Text = change.Text }, change.IsSelfReview);
        foreach (var note in notes)
            await history.WriteBySystemAsync(transaction, note);
        await audit.WriteAsync(transaction, new AuditEntry
        {
            Module = handler.Route.ModuleId,
            Action = action,
            Subject = handler.Subject(change.After),
            Before = change.Before is { } was ? new { review = State(was) } : null,
            After = new
            {
                review = State(change.After),
                step = change.Step?.Label,
                decision = change.Decision?.Word(),
                text = change.Text.Length > 0 ? change.Text : null,
                self_review = change.IsSelfReview ? true : (bool?)null,
                detail,
            },
        });
        await notices.TellAsync(transaction, handler, change);
        await handler.ChangedAsync(transaction, change);
        return change;
    }

    private static object State(Review review) => new
    {
        id = review.Id,
        state = review.State.ToString(),
        round = review.Round,
        step = review.StepKey,
        unit = review.WaitingUnitId,
        hold = review.HoldCode.Length > 0 ? review.HoldCode : null,
        version = review.Version,
    };
}
