using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Students;

/// <summary>录取 → 报到 → 注册 → 毕业, as the student reads it, in both languages.</summary>
internal static class StudentStages
{
    private static readonly (string Label, IReadOnlyList<string> States)[] _all =
    [
        ("申请 Application", ["applied"]),
        ("录取 Admission", ["admitted"]),
        ("报到 Arrival", ["arrived"]),
        ("在读 Studies", ["registered", "suspending", "suspended", "resuming", "dropping"]),
        ("毕业审核 Graduation review", ["graduation-review"]),
        ("毕业、结业 Graduation", ["graduated", "completed"]),
    ];

    /// <summary>Null for somebody who does not come, or who has left.</summary>
    public static StepLine? LineOf(RecordView student)
    {
        // Only degree students graduate by a review.
        var steps = _all.Where((_, index) => student.Is("kind", "degree") || index != 4).ToArray();
        var now = Array.FindIndex(steps, step => step.States.Contains(student.State));
        return now < 0 ? null : new()
        {
            Label = "留学进度 My studies",
            Items = [.. steps.Select((step, index) => Item(step.Label, index, now, index == steps.Length - 1))],
        };
    }

    private static StepLineItem Item(string label, int index, int now, bool isLast) => new()
    {
        Label = label,
        Kind = index < now || (index == now && isLast) ? StateKind.Passed : index == now ? StateKind.Mine : StateKind.Pending,
        StateText = index < now || (index == now && isLast) ? "已完成 Done" : index == now ? "现在 Now" : "未开始 To come",
        IsCurrent = index == now,
    };
}
