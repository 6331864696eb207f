using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Schemes;

/// <summary>Which status follows which, and what the button that does it says.</summary>
public static class SchemeStatusRules
{
    public static IReadOnlyList<SchemeStatus> Next(SchemeStatus status) => status switch
    {
        SchemeStatus.Draft => [SchemeStatus.Open],
        SchemeStatus.Open => [SchemeStatus.Closed],
        SchemeStatus.Closed => [SchemeStatus.Open, SchemeStatus.Archived],
        _ => [],
    };

    public static string Verb(SchemeStatus from, SchemeStatus to) => (from, to) switch
    {
        (SchemeStatus.Draft, SchemeStatus.Open) => "开放",
        (_, SchemeStatus.Open) => "重新打开",
        (_, SchemeStatus.Closed) => "关闭",
        _ => "归档",
    };

    /// <summary>What the change means for those who work with the scheme.</summary>
    public static string Meaning(SchemeStatus from, SchemeStatus to) => (from, to) switch
    {
        (SchemeStatus.Draft, SchemeStatus.Open) => "操作员可以在办理期内办理，学生可以看到自己的离校流程。",
        (_, SchemeStatus.Open) => "操作员又可以办理和撤销。重新打开会记入操作日志。",
        (_, SchemeStatus.Closed) => "从现在起不能再办理、导入或撤销；查询、统计、导出照常。需要时可以重新打开。",
        _ => "方案从现场办理和查询的方案列表中消失，数据保留，不能再打开。",
    };

    public static bool NeedsReason(SchemeStatus from, SchemeStatus to) => from == SchemeStatus.Closed && to == SchemeStatus.Open;
}
