using Portal.Toolkit.Components;

namespace Portal.GraduationClearance.Model;

/// <summary>The seed's words for states: one list for screen, workbook and message.</summary>
public static class Words
{
    public static string Of(StepStatus status) => status switch
    {
        StepStatus.Passed => "已通过",
        StepStatus.Failed => "未通过",
        StepStatus.NotRequired => "无需办理",
        _ => "未办理",
    };

    /// <summary>The matrix says 已办理 for a passed step (seed item 45).</summary>
    public static string OfCell(StepStatus status) => status == StepStatus.Passed ? "已办理" : Of(status);

    public static string Of(StudentScope scope) => scope switch
    {
        StudentScope.SingleCertificate => "单证研究生",
        StudentScope.DoubleCertificate => "双证研究生",
        _ => "本科生",
    };

    public static string Of(SchemeStatus status) => status switch
    {
        SchemeStatus.Draft => "草稿",
        SchemeStatus.Open => "办理中",
        SchemeStatus.Closed => "已关闭",
        _ => "已归档",
    };

    public static string Of(DecisionSource source) => source switch
    {
        DecisionSource.Single => "单个办理",
        DecisionSource.Batch => "批量办理",
        DecisionSource.Import => "批量导入",
        DecisionSource.Admin => "管理员",
        DecisionSource.Certificate => "证书发放",
        DecisionSource.Override => "人工调整",
        _ => "",
    };

    public static StateKind Kind(StepStatus status) => status switch
    {
        StepStatus.Passed => StateKind.Passed,
        StepStatus.Failed => StateKind.Failed,
        StepStatus.NotRequired => StateKind.NotRequired,
        _ => StateKind.Pending,
    };

    public static StateBadge Badge(StepStatus status) => new() { Kind = Kind(status), Text = Of(status) };
}
