using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Records.Writing;

/// <summary>What happened on the route, as the record's history says it: with the step, because a record has several.</summary>
internal static class RecordReviewWords
{
    public static string Of(ReviewChange change) => change.Kind switch
    {
        ReviewChangeKind.Started => "提交",
        ReviewChangeKind.StepPassed or ReviewChangeKind.Finished => $"{change.Step?.Label}：通过",
        ReviewChangeKind.Rejected => $"{change.Step?.Label}：不予批准",
        ReviewChangeKind.Returned => $"{change.Step?.Label}：退回",
        ReviewChangeKind.Withdrawn => "撤回",
        ReviewChangeKind.Expired => "不再办理",
        _ => ReviewWords.Of(change),
    };
}
