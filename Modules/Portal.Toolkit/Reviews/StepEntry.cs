using Portal.Data;
using Portal.Toolkit.Calendar;
using Portal.Units;

namespace Portal.Toolkit.Reviews;

/// <summary>Brings a review to the next step that applies: entered, held in front of it, or passed when there is none left.</summary>
internal sealed class StepEntry(IWorkCalendar calendar, IUnitTree units, TimeProvider clock)
{
    public async Task<EnteredReview> EnterAsync(WriteTransaction transaction, ReviewHandler handler, Review review, int stepNo)
    {
        var notes = new List<ReviewNote>();
        for (; stepNo <= review.Order.Count; stepNo++)
        {
            var step = handler.Route.Find(review.Order[stepNo - 1])
                ?? throw new InvalidOperationException($"The route {review.RouteKey} has no step {review.Order[stepNo - 1]} any more.");
            var there = review.Left() with { StepNo = stepNo, StepKey = step.Key };
            if (!await handler.AppliesAsync(transaction, there, step))
            {
                await ReviewStepStore.SkipAsync(transaction, there, clock.GetUtcNow().UtcDateTime);
                notes.Add(new("Skipped", $"{step.Label}：无需办理", there));
                continue;
            }

            if (await handler.HoldAsync(transaction, there, step) is { } hold)
            {
                var held = there.HeldBy(hold);
                notes.Add(new("Held", $"{step.Label}之前暂停", held) { Text = hold.Text });
                return new(held, notes);
            }

            return new(await WaitAsync(transaction, handler, there, step), notes);
        }

        return new(review.Ended(ReviewState.Passed, clock.GetUtcNow().UtcDateTime), notes);
    }

    /// <summary>The review waiting at this step for a unit that exists.</summary>
    /// <exception cref="ReviewRefusedException">The step has no unit.</exception>
    public async Task<Review> WaitAsync(WriteTransaction transaction, Review review, ReviewStep step, long unitId)
    {
        if (units.Find(unitId) is null)
            throw new ReviewRefusedException($"环节“{step.Label}”的办理单位不存在，不能继续。请联系管理员核对组织机构。", "unitId");
        var now = clock.GetUtcNow().UtcDateTime;
        var days = await calendar.GetAsync(transaction);
        return review.WaitingFor(step, unitId, now, days.DueAt(now, step.WorkingDays));
    }

    private async Task<Review> WaitAsync(WriteTransaction transaction, ReviewHandler handler, Review review, ReviewStep step)
    {
        var unitId = await handler.ResolveUnitAsync(transaction, review, step)
            ?? throw new ReviewRefusedException($"环节“{step.Label}”没有办理单位，不能继续。请联系管理员为它配置单位。");
        var waiting = await WaitAsync(transaction, review, step, unitId);
        await ReviewStepStore.EnterAsync(transaction, waiting);
        return waiting;
    }
}

/// <summary>Where a review came to, and what happened on the way.</summary>
internal sealed record EnteredReview(Review Review, IReadOnlyList<ReviewNote> Notes);

/// <summary>A line of the history beside the change itself.</summary>
internal sealed record ReviewNote(string Kind, string Action, Review At)
{
    public string Text { get; init; } = "";
}
