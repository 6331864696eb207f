using Portal.Toolkit.Components;
using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Records.Reading;

/// <summary>The line of steps of a record: a step to come that its content leaves out stands as not required at once, not only when its turn has passed.</summary>
internal static class RecordStepLine
{
    public static ReviewTimeline Of(ReviewTimeline timeline, RecordType type, RecordView record)
    {
        if (timeline.Review.State.IsFinal())
            return timeline;
        var items = timeline.Line.Items.Zip(timeline.Review.Order, (item, key) => IsLeftOut(item, key) ? item with { Kind = StateKind.NotRequired, StateText = null } : item);
        return timeline with { Line = timeline.Line with { Items = [.. items] } };

        bool IsLeftOut(StepLineItem item, string key) =>
            item is { Kind: StateKind.Pending, IsCurrent: false } && type.Route.FirstOrDefault(step => step.Key == key)?.When?.Invoke(record) == false;
    }
}
