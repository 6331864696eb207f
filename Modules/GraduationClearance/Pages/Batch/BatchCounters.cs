using System.Globalization;
using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;
using Portal.Toolkit.Components;

namespace Portal.GraduationClearance.Pages.Batch;

/// <summary>The counters of a step as cards that are also filters.</summary>
internal static class BatchCounters
{
    public static CounterCards Of(StepCounters counters, BatchFilter filter, IUrlHelper url)
    {
        // One address for all cards: generating it is what costs.
        var list = url.Page("/Batch/Index", new { scheme = counters.Step.SchemeId, step = counters.Step.Id });
        return new CounterCards
        {
            Title = counters.Step.Name,
            Cards =
            [
                Card("应办理", counters.Due, null, StateKind.Mine),
                Card("已通过", counters.Passed, StepStatus.Passed, StateKind.Passed),
                Card("未办理", counters.Pending, StepStatus.Pending, StateKind.Pending),
                Card("未通过", counters.Failed, StepStatus.Failed, StateKind.Failed),
            ],
        };

        CounterCard Card(string label, int value, StepStatus? status, StateKind kind) => new()
        {
            Label = label,
            Value = value.ToString(CultureInfo.InvariantCulture),
            Kind = kind,
            IsActive = filter.StepId == counters.Step.Id && filter.Status == status,
            Url = status is null ? list : $"{list}&status={status}",
        };
    }
}
