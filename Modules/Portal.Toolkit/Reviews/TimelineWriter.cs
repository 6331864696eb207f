using Portal.Toolkit.Calendar;
using Portal.Toolkit.Components;
using Portal.Units;

namespace Portal.Toolkit.Reviews;

/// <summary>Puts the rows of a review into words and into the line of steps.</summary>
internal sealed class TimelineWriter(ReviewHandlers handlers, IUnitTree units, IWorkCalendar calendar, LocalTime local, TimeProvider clock)
{
    public async Task<ReviewTimeline> WriteAsync(Review review, IReadOnlyList<ReviewStepRecord> steps, IReadOnlyList<ReviewEvent> history, CancellationToken cancellationToken)
    {
        var days = await calendar.GetAsync(cancellationToken);
        var route = handlers.Find(review.RouteKey)?.Route;
        var inForce = steps.Where(step => !step.Superseded).ToDictionary(step => step.StepNo);
        return new ReviewTimeline
        {
            Review = review,
            Headline = Headline(review, route?.Verb ?? "办理", Label(route, review.StepKey), days),
            Line = new StepLine
            {
                Label = route?.Title ?? "办理进度",
                Items = [.. review.Order.Select((key, index) => Item(review, Label(route, key), index + 1, inForce.GetValueOrDefault(index + 1), days))],
            },
            Steps = steps,
            History = history,
        };
    }

    private string Headline(Review review, string verb, string label, WorkDays days) => review.State switch
    {
        ReviewState.Active => $"等待{UnitName(review.WaitingUnitId)}办理“{label}”，{Until(review, days)}。",
        ReviewState.Held => $"在“{label}”之前暂停：{review.HoldText}",
        ReviewState.Returned => $"“{label}”已退回，等待{UnitName(review.StarterUnitId)}修改后重新提交。",
        _ => $"{local.Text(review.FinishedAt)} {review.State.Word(verb)}。",
    };

    private string Until(Review review, WorkDays days)
    {
        var (now, due) = (clock.GetUtcNow().UtcDateTime, review.DueAt!.Value);
        var last = $"{days.LastDay(due):yyyy-MM-dd}";
        if (WorkDays.IsOverdue(due, now))
            return $"应在 {last} 前办完，已超期";
        return days.RemainingWorkingDays(due, now) is var left && left == 0 ? $"今天（{last}）到期" : $"{last} 前办完，还剩 {left} 个工作日";
    }

    private StepLineItem Item(Review review, string label, int stepNo, ReviewStepRecord? entry, WorkDays days)
    {
        var isHere = stepNo == review.StepNo && !review.State.IsFinal() && review.State != ReviewState.Returned;
        if (isHere && review.State == ReviewState.Held)
            return new() { Label = label, Kind = StateKind.SourceFault, StateText = review.State.Word(), Detail = review.HoldText, IsCurrent = true };
        return entry switch
        {
            null => new() { Label = label, Kind = StateKind.Pending, StateText = review.State.IsFinal() ? "未进行" : "未到" },
            { Decision: ReviewDecision.Skip } => new() { Label = label, Kind = StateKind.NotRequired },
            { Decision: ReviewDecision.Pass } => new() { Label = label, Kind = StateKind.Passed, Detail = Done(entry) },
            { Decision: { } decision } => new() { Label = label, Kind = StateKind.Failed, StateText = decision.Word(), Detail = Done(entry) },
            _ when isHere => Waiting(review, label, entry, days),
            _ => new() { Label = label, Kind = StateKind.Pending, StateText = review.State.Word(), Detail = UnitName(entry.UnitId) },
        };
    }

    private StepLineItem Waiting(Review review, string label, ReviewStepRecord entry, WorkDays days)
    {
        var isOverdue = WorkDays.IsOverdue(review.DueAt!.Value, clock.GetUtcNow().UtcDateTime);
        return new()
        {
            Label = label,
            Kind = isOverdue ? StateKind.Overdue : StateKind.Mine,
            StateText = isOverdue ? "超期" : "办理中",
            Detail = $"{UnitName(entry.UnitId)} · {days.LastDay(review.DueAt.Value):yyyy-MM-dd} 前",
            IsCurrent = true,
        };
    }

    private string Done(ReviewStepRecord entry) => $"{UnitName(entry.UnitId)} · {entry.ActorName} · {local.Text(entry.ActedAt)}";

    private string UnitName(long? unitId) => unitId is { } id ? units.Find(id)?.Name ?? "（单位已撤销）" : "";

    private static string Label(ReviewRoute? route, string key) => route?.Find(key)?.Label ?? key;
}
