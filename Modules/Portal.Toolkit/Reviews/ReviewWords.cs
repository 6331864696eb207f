namespace Portal.Toolkit.Reviews;

/// <summary>Usual words of changes, as audit and history show them.</summary>
public static class ReviewWords
{
    public static string Of(ReviewChange change) => change.Kind switch
    {
        ReviewChangeKind.Started => "发起",
        ReviewChangeKind.StepPassed or ReviewChangeKind.Finished => "核办通过",
        ReviewChangeKind.Rejected => "核办不通过",
        ReviewChangeKind.Returned => "退回",
        ReviewChangeKind.Resubmitted => "重新提交",
        ReviewChangeKind.Resumed or ReviewChangeKind.HeldAgain => "重新校验",
        ReviewChangeKind.Reassigned => "改派",
        ReviewChangeKind.Withdrawn => "撤销",
        _ => "超期清理",
    };
}
