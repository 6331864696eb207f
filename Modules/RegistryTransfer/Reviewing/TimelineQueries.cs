using Portal.Toolkit.Calendar;
using Portal.Toolkit.Components;
using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.Reviewing;

/// <summary>How a review went and where it stands, as pages show it.</summary>
internal sealed class TimelineQueries(DbDataSource source, IWorkCalendar calendar, IUnitTree tree, LocalTime time, TimeProvider clock)
{
    public async Task<ReviewTimeline?> TimelineAsync(long reviewId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var review = await connection.QueryFirstOrDefaultAsync<Review>(new CommandDefinition(
            "select * from toolkit_review where id = @reviewId", new { reviewId }, cancellationToken: cancellationToken));
        if (review is null)
            return null;
        var steps = (await connection.QueryAsync<ReviewStepRecord>(new CommandDefinition(
            "select * from toolkit_review_step where review_id = @reviewId order by round, step_no", new { reviewId }, cancellationToken: cancellationToken))).AsList();
        var history = (await connection.QueryAsync<ReviewEvent>(new CommandDefinition(
            "select * from toolkit_review_event where review_id = @reviewId order by id", new { reviewId }, cancellationToken: cancellationToken))).AsList();
        var route = review.RouteKey == ApplicationRoutes.Transfer.Key ? ApplicationRoutes.Transfer : ApplicationRoutes.PostGraduation;
        var days = await calendar.GetAsync(cancellationToken);
        return new ReviewTimeline
        {
            Review = review,
            Steps = steps,
            History = history,
            Headline = Headline(review, route, days),
            Line = new StepLine { Items = [.. review.Order.Select((key, index) => Item(review, route, steps, key, index + 1, days))] },
        };
    }

    private string Headline(Review review, ReviewRoute route, WorkDays days) => review.State switch
    {
        ReviewState.Active => $"等待{UnitName(review.WaitingUnitId)}办理“{route.Find(review.StepKey)?.Label}”，{days.LastDay(review.DueAt!.Value):yyyy-MM-dd}前办完",
        ReviewState.Held => $"停在“{route.Find(review.StepKey)?.Label}”之前：{review.HoldText}",
        _ => $"{review.State.Word()}，{time.Text(review.FinishedAt)}",
    };

    private StepLineItem Item(Review review, ReviewRoute route, IReadOnlyList<ReviewStepRecord> steps, string key, int number, WorkDays days)
    {
        var done = steps.LastOrDefault(step => step.StepKey == key && !step.Superseded);
        var isCurrent = review.StepNo == number && !review.State.IsFinal();
        var isOverdue = isCurrent && review.DueAt is { } due && WorkDays.IsOverdue(due, clock.GetUtcNow().UtcDateTime);
        var (kind, text, detail) = done?.Decision switch
        {
            ReviewDecision.Pass => (StateKind.Passed, "已通过", $"{done.ActorName}，{time.Text(done.ActedAt)}"),
            ReviewDecision.Reject => (StateKind.Failed, "不通过", $"{done.ActorName}，{time.Text(done.ActedAt)}"),
            ReviewDecision.Skip => (StateKind.NotRequired, "无需办理", null),
            _ when isOverdue => (StateKind.Overdue, "超期", $"{UnitName(review.WaitingUnitId)}，应在 {days.LastDay(review.DueAt!.Value):yyyy-MM-dd} 前办完"),
            _ when isCurrent && review.State == ReviewState.Held => (StateKind.SourceFault, "校验未通过", null),
            _ when isCurrent => (StateKind.Mine, "正在核办", $"{UnitName(review.WaitingUnitId)}，{days.LastDay(review.DueAt!.Value):yyyy-MM-dd} 前"),
            _ => (review.State.IsFinal() ? StateKind.NotRequired : StateKind.Pending, review.State.IsFinal() ? "未进行" : "未到", null),
        };
        return new StepLineItem { Label = route.Find(key)?.Label ?? key, Kind = kind, StateText = text, Detail = detail, IsCurrent = isCurrent };
    }

    private string UnitName(long? unitId) => unitId is { } id ? tree.Find(id)?.Name ?? "" : "";
}
