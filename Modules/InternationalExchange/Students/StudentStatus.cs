using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Students;

/// <summary>States of a student from abroad. 国际教育学院 keeps the status, 教务处 confirms each change of it (domain 1b.2).</summary>
internal static class StudentStatus
{
    private static readonly string[] _college = [Offices.InternationalCollege];
    private static readonly string[] _academic = [Offices.AcademicAffairs];

    public static IReadOnlyList<RecordState> States { get; } =
    [
        new("applied", "已申请", StateKind.Pending),
        new("admitted", "已录取", StateKind.Mine),
        new("arrived", "已报到", StateKind.Mine),
        new("registered", "在读", StateKind.Passed),
        new("suspending", "休学待确认", StateKind.Mine),
        new("suspended", "休学", StateKind.SourceFault),
        new("resuming", "复学待确认", StateKind.Mine),
        new("dropping", "退学待确认", StateKind.Mine),
        new("graduation-review", "毕业审核中", StateKind.Mine),
        new("graduated", "毕业", StateKind.Passed),
        new("completed", "结业", StateKind.Passed),
        new("dropped", "退学", StateKind.Failed),
        new("no-show", "未报到", StateKind.NotRequired, IsFinal: true),
        new("left", "已离校", StateKind.NotRequired, IsFinal: true),
    ];

    public static IReadOnlyList<RecordMove> Moves { get; } =
    [
        Derived.Move,
        new("admit", ["applied"], "admitted", "录取", Act.Decide),
        new("refuse", ["applied"], "rejected", "不予录取", Act.Decide) { NeedsReason = true },
        new("arrive", ["admitted"], "arrived", "登记报到", Act.Decide),
        new("no-show", ["admitted"], "no-show", "登记未报到", Act.Decide),
        new("register", ["arrived"], "registered", "注册", Act.Execute) { Roles = _college },
        new("suspend", ["registered"], "suspending", "办理休学", Act.Execute) { Roles = _college, NeedsReason = true },
        new("resume", ["suspended"], "resuming", "办理复学", Act.Execute) { Roles = _college },
        new("drop", ["registered"], "dropping", "办理退学", Act.Execute) { Roles = _college, NeedsReason = true },
        new("confirm-suspend", ["suspending"], "suspended", "确认休学", Act.Decide) { Roles = _academic },
        new("confirm-resume", ["resuming"], "registered", "确认复学", Act.Decide) { Roles = _academic },
        new("confirm-drop", ["dropping"], "dropped", "确认退学", Act.Decide) { Roles = _academic },
        new("decline", ["suspending", "dropping"], "registered", "不予确认", Act.Decide) { Roles = _academic, NeedsReason = true },
        new("decline-resume", ["resuming"], "suspended", "不予确认复学", Act.Decide) { Roles = _academic, NeedsReason = true },
        new("review-graduation", ["registered"], "graduation-review", "进入毕业资格审核", Act.Execute) { IsInternal = true },
        new("fail-graduation", ["graduation-review"], "registered", "毕业资格审核未通过", Act.Execute) { IsInternal = true },
        new("graduate", ["graduation-review"], "graduated", "毕业", Act.Execute) { IsInternal = true },
        new("complete", ["registered"], "completed", "结业", Act.Execute) { Roles = _college },
        new("leave", ["graduated", "completed", "dropped"], "left", "登记离校", Act.Execute) { Roles = _college },
        new(RecordMove.Cancel, ["applied", "admitted"], "cancelled", "取消", Act.Create) { NeedsReason = true },
    ];
}
