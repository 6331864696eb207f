using Portal.Toolkit.Components;

namespace Portal.Toolkit.Records;

/// <summary>状态 of a record.</summary>
/// <param name="Key">As stored.</param>
/// <param name="Label">草稿.</param>
/// <param name="Kind">Colour and icon.</param>
/// <param name="IsFinal">Whether nothing is owed any more: due dates of such a record rest.</param>
public sealed record RecordState(string Key, string Label, StateKind Kind, bool IsFinal = false)
{
    public static RecordState Draft { get; } = new("draft", "草稿", StateKind.Pending);

    public static RecordState InReview { get; } = new("in-review", "审核中", StateKind.Mine);

    public static RecordState Returned { get; } = new("returned", "退回修改", StateKind.SourceFault);

    public static RecordState Approved { get; } = new("approved", "已批准", StateKind.Passed);

    public static RecordState Active { get; } = new("active", "执行中", StateKind.Passed);

    public static RecordState Closed { get; } = new("closed", "已办结", StateKind.NotRequired, IsFinal: true);

    public static RecordState Archived { get; } = new("archived", "已归档", StateKind.NotRequired, IsFinal: true);

    public static RecordState Rejected { get; } = new("rejected", "不予批准", StateKind.Failed, IsFinal: true);

    public static RecordState Withdrawn { get; } = new("withdrawn", "已撤回", StateKind.NotRequired, IsFinal: true);

    public static RecordState Cancelled { get; } = new("cancelled", "已取消", StateKind.NotRequired, IsFinal: true);

    public static RecordState Terminated { get; } = new("terminated", "已终止", StateKind.Failed, IsFinal: true);

    /// <summary>Those every type has.</summary>
    public static IReadOnlyList<RecordState> Common { get; } =
        [Draft, InReview, Returned, Approved, Active, Closed, Archived, Rejected, Withdrawn, Cancelled, Terminated];
}
