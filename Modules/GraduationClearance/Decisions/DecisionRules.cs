using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Decisions;

/// <summary>Whether one student's record may take a decision (states of domain §4b). The order of the rules is the order of the messages.</summary>
internal static class DecisionRules
{
    public static (DecisionOutcome Outcome, string Message) Judge(RecordState record, DecisionTarget target, StepRules step, string? blocker, LocalTime time)
    {
        if (record.RosterStatus == RosterStatus.Removed)
            return Refuse($"该生已移出本方案（{(record.RemovedReason.Length > 0 ? record.RemovedReason : "延毕")}）");
        if (record.Status == StepStatus.NotRequired)
            return Refuse("该生无需办理");
        if (target.Remark.Length > Decision.MaxRemark)
            return Refuse($"备注超过{Decision.MaxRemark}字");
        if (IsRepeated(record, target))
            return (DecisionOutcome.Unchanged, "无变化");
        if (record.HasCertificate)
            return Refuse("该生已发放证书，办理结果不能再改");
        if (target.Version is { } version && version != record.Version)
            return Refuse(Stale(record, time));
        if (!target.IsPass && record.Status == StepStatus.Passed)
            return Refuse("已通过，需先撤销");
        if (!target.IsPass && step.RemarkRequiredOnFail && string.IsNullOrWhiteSpace(target.Remark))
            return Refuse("请填写不通过原因");
        if (target.IsPass && blocker is not null)
            return Refuse($"前置环节【{blocker}】未通过");
        return (DecisionOutcome.Handled, target.IsPass ? "已通过" : "未通过");
    }

    /// <summary>Who was faster, when, and with what result (invariant I8).</summary>
    public static string Stale(RecordState record, LocalTime time) => record.DecidedAt is { } at
        ? $"该生已由 {record.DecidedByName} 于 {time.ToLocal(at):HH:mm} 办理为{Words.Of(record.Status)}"
        : $"该生的办理状态已变为{Words.Of(record.Status)}，请刷新后再办理";

    // A passed record stays as it is whatever the new remark; a failed one takes a new remark.
    private static bool IsRepeated(RecordState record, DecisionTarget target) => target.IsPass
        ? record.Status == StepStatus.Passed
        : record.Status == StepStatus.Failed && record.Remark == target.Remark;

    private static (DecisionOutcome Outcome, string Message) Refuse(string message) => (DecisionOutcome.Refused, message);
}
