namespace Portal.Toolkit.Components;

/// <summary>The states of all modules; each is shown as word, icon and colour.</summary>
public enum StateKind
{
    /// <summary>未办理, grey.</summary>
    Pending,

    /// <summary>已通过, 已办理, green.</summary>
    Passed,

    /// <summary>未通过, red.</summary>
    Failed,

    /// <summary>无需办理, pale.</summary>
    NotRequired,

    /// <summary>待我办理, blue.</summary>
    Mine,

    /// <summary>超期, orange.</summary>
    Overdue,

    /// <summary>数据源异常, amber.</summary>
    SourceFault,
}

/// <summary>Word and style name of a state.</summary>
public static class StateKinds
{
    /// <summary>
    /// The second class name of <c>&lt;span class="state state-passed"&gt;</c>. Tables with hundreds of cells write that span themselves;
    /// the icon comes from the stylesheet.
    /// </summary>
    public static string CssName(this StateKind kind) => kind switch
    {
        StateKind.Passed => "state-passed",
        StateKind.Failed => "state-failed",
        StateKind.NotRequired => "state-not-required",
        StateKind.Mine => "state-mine",
        StateKind.Overdue => "state-overdue",
        StateKind.SourceFault => "state-source-fault",
        _ => "state-pending",
    };

    /// <summary>The usual word, for example <c>已通过</c>.</summary>
    public static string Word(this StateKind kind) => kind switch
    {
        StateKind.Passed => "已通过",
        StateKind.Failed => "未通过",
        StateKind.NotRequired => "无需办理",
        StateKind.Mine => "待我办理",
        StateKind.Overdue => "超期",
        StateKind.SourceFault => "数据源异常",
        _ => "未办理",
    };
}
