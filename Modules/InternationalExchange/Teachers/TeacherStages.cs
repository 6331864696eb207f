using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Teachers;

/// <summary>资格审查 → 考核 → 学校审定 → 办证 → 在岗 (Art. 8(4), 6(8)): where a teacher stands and whose turn it is.</summary>
/// <param name="Key">Part of the page's address.</param>
/// <param name="Label">资格审查.</param>
/// <param name="English">The same words.</param>
/// <param name="States">States in which it is this stage's turn.</param>
internal sealed record TeacherStage(string Key, string Label, string English, IReadOnlyList<string> States);

/// <inheritdoc cref="TeacherStage"/>
internal static class TeacherStages
{
    public static IReadOnlyList<TeacherStage> All { get; } =
    [
        new("qualification", "资格审查", "Qualification review", ["candidate"]),
        new("assessment", "考核", "Assessment", ["qualified"]),
        new("school", "学校审定", "University approval", ["assessed", "to-school"]),
        new("permits", "办证", "Visa and permits", ["approved", "visa"]),
        new("in-post", "在岗", "In post", ["in-post"]),
    ];

    /// <summary>Null for a teacher who has left or was not taken.</summary>
    public static TeacherStage? Of(RecordView teacher) => All.FirstOrDefault(stage => stage.States.Contains(teacher.State));

    /// <summary>Whose turn it is, in words; empty when nobody has to act.</summary>
    public static string TurnOf(RecordView teacher) => teacher switch
    {
        { State: "candidate" } => "二级学院：登记资格审查",
        { State: "qualified" } => "二级学院：组织考核",
        { State: "assessed" } => teacher.Has("hrOpinion") ? "二级学院：报学校审定" : "人事处：审核",
        { State: "to-school" } => "学校：批准",
        { State: "approved" } => "国际交流处：签合同、办签证",
        { State: "visa" } => "国际交流处：登记入境到岗",
        _ => "",
    };

    public static StepLine LineOf(RecordView teacher, bool isBilingual = false)
    {
        var now = Of(teacher) is { } stage ? All.ToList().IndexOf(stage) : teacher.IsIn("left") ? All.Count : -1;
        return new()
        {
            Label = "聘用进度",
            Items = [.. All.Select((item, index) => Item(teacher, item, index, now, isBilingual))],
        };
    }

    private static StepLineItem Item(RecordView teacher, TeacherStage stage, int index, int now, bool isBilingual)
    {
        var isLast = index == All.Count - 1;
        var kind = index < now || (index == now && isLast) ? StateKind.Passed : index == now ? StateKind.Mine : teacher.IsIn("rejected", "cancelled") ? StateKind.NotRequired : StateKind.Pending;
        return new()
        {
            Label = isBilingual ? $"{stage.Label} {stage.English}" : stage.Label,
            Kind = kind,
            StateText = kind switch
            {
                StateKind.Passed when isLast && index == now => isBilingual ? "在岗 In post" : "在岗",
                StateKind.Passed => isBilingual ? "已完成 Done" : "已完成",
                StateKind.Mine => isBilingual ? "办理中 Now" : "办理中",
                StateKind.NotRequired => isBilingual ? "已终止 Ended" : "已终止",
                _ => isBilingual ? "未开始 To come" : "未开始",
            },
            IsCurrent = index == now,
        };
    }
}
