using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Outbound;

/// <summary>What 教务处 decides stands beside what the student applied for, line by line; the foreign side is the transcript's and is not rewritten.</summary>
internal static class CreditDecisionRule
{
    /// <summary>Columns that a decision takes over from its line unchanged.</summary>
    public static IReadOnlyList<string> Foreign { get; } = ["foreignCourse", "foreignCredits", "foreignGrade", "gradeScale"];

    /// <summary>A Chinese message, or null.</summary>
    public static string? FindProblem(RecordView recognition)
    {
        var (lines, decisions) = (recognition.Rows("lines"), recognition.Rows("decisions"));
        if (lines.Count != decisions.Count)
            return $"申请有 {lines.Count} 门课程，结论有 {decisions.Count} 门，须逐门登记";
        foreach (var (decision, index) in decisions.Select((decision, index) => (decision, index)))
        {
            if (Foreign.Any(column => decision[column] != lines[index][column]))
                return $"第 {index + 1} 门的外方课程、学分和成绩须与申请一致";
            if (decision.Is("decision", "refused") && decision.Int("homeCredits") > 0)
                return $"第 {index + 1} 门不予认定，认定学分须为 0";
            if (!decision.Is("decision", "refused") && (decision.Int("homeCredits") is not > 0 || !decision.Has("convertedGrade")))
                return $"第 {index + 1} 门予以认定，须填写认定学分和换算成绩";
        }

        return null;
    }
}
