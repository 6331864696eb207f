using System.Data.Common;
using Portal.Data;
using Portal.Units;

namespace Portal.Toolkit.Reviews;

/// <summary>Puts a subject on its route.</summary>
internal sealed class ReviewStarter(ReviewHandlers handlers, StepEntry entry, ReviewRecorder recorder, IUnitContext context, TimeProvider clock)
{
    public async Task<Review> StartAsync(WriteTransaction transaction, ReviewStart start)
    {
        var handler = handlers.Get(start.RouteKey);
        var order = await handler.OrderAsync(transaction, start);
        var created = new Review
        {
            Id = transaction.NextId(),
            RouteKey = start.RouteKey,
            SubjectId = start.SubjectId,
            Title = start.Title.Length <= ReviewLimits.Title ? start.Title : start.Title[..ReviewLimits.Title],
            StarterUnitId = context.UnitId,
            StarterPersonId = context.Person?.Id,
            StarterName = ReviewActor.Of(context).Name,
            StartedAt = clock.GetUtcNow().UtcDateTime,
            StepKeys = string.Join(',', order),
            Version = 1,
        };
        var entered = await entry.EnterAsync(transaction, handler, created, 1);
        var change = new ReviewChange { Kind = ReviewChangeKind.Started, After = entered.Review with { FirstStepNo = entered.Review.StepNo } };
        try
        {
            return (await recorder.RecordAsync(transaction, handler, change, entered.Notes, start.Detail)).After;
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            throw new ReviewRefusedException($"“{created.Title}”已经发起过，请刷新页面查看。");
        }
    }
}
