using System.Text.RegularExpressions;

namespace Portal.GraduationClearance.Schemes;

/// <summary>What must hold before a step is saved.</summary>
internal static partial class StepChecks
{
    private const int MaxName = 50;
    private const int MaxLine = 200;
    private const int MaxGuide = 5000;

    public static void CheckFacts(StepFacts facts, IUnitTree tree)
    {
        if (!Code().IsMatch(facts.Code))
            throw new RefusedException("编号为 1 到 20 位字母、数字、“-”或“_”，如 E1", nameof(facts.Code));
        if (string.IsNullOrWhiteSpace(facts.Name))
            throw new RefusedException("请填写环节名称", nameof(facts.Name));
        if (facts.Name.Length > MaxName)
            throw new RefusedException($"环节名称超过{MaxName}字", nameof(facts.Name));
        if (tree.Find(facts.UnitId) is null)
            throw new RefusedException("请选择离校点", nameof(facts.UnitId));
        if (!Enum.IsDefined(facts.Mode))
            throw new RefusedException("请选择办理方式", nameof(facts.Mode));
        RequireLength(facts.Place, MaxLine, "办理地点", nameof(facts.Place));
        RequireLength(facts.Hours, MaxLine, "办理时间", nameof(facts.Hours));
        RequireLength(facts.Contact, MaxLine, "联系电话", nameof(facts.Contact));
        RequireLength(facts.Guide, MaxGuide, "办理说明", nameof(facts.Guide));
    }

    /// <summary>The step among the others of its scheme: names and codes once, one final step, no circle.</summary>
    public static void CheckAmong(IReadOnlyList<Step> others, Step step)
    {
        if (others.Any(other => other.Code == step.Code))
            throw new RefusedException($"本方案已有编号为 {step.Code} 的环节", nameof(step.Code));
        if (others.Any(other => other.Name == step.Name))
            throw new RefusedException($"本方案已有名为“{step.Name}”的环节", nameof(step.Name));
        if (step.IsFinal && others.FirstOrDefault(other => other.IsFinal) is { } final)
            throw new RefusedException($"本方案的末环节是“{final.Name}”，只能有一个末环节", nameof(step.IsFinal));
        if (step.PrerequisiteIds.Any(id => others.All(other => other.Id != id)))
            throw new RefusedException("前置环节只能选择本方案的其他环节", nameof(step.PrerequisiteIds));
        if (PrerequisiteGraph.FindCircle([step, .. others]) is { } circle)
        {
            throw new RefusedException(
                $"前置环节形成循环：{string.Join(" → ", circle.Select(one => one.Name))}。请去掉其中一个前置环节。{(circle.Any(one => one.IsFinal) ? "末环节要求其他全部环节，不能再作为前置环节。" : "")}",
                nameof(step.PrerequisiteIds));
        }
    }

    private static void RequireLength(string text, int max, string label, string field)
    {
        if (text.Length > max)
            throw new RefusedException($"{label}超过{max}字", field);
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,20}$")]
    private static partial Regex Code();
}
