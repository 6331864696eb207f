using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Outbound;

/// <summary>An approved study plan keeps its courses: one that is dropped is marked 删除, one that is added 新增, each with its reason, so that credits promised stay provable.</summary>
internal static class CoursePlanRule
{
    private static readonly string[] _promised = ["foreignCourse", "foreignCredits", "homeCourse", "homeCredits"];

    public static Task<string?> FindProblemAsync(RecordContext context) => Task.FromResult(
        context.Before is { } before && before.Has("planApprovedOn") ? Problem(before.Rows("coursePlan"), context.Record.Rows("coursePlan")) : null);

    private static string? Problem(IReadOnlyList<RecordValues> before, IReadOnlyList<RecordValues> after)
    {
        if (after.Count < before.Count || before.Zip(after).Any(pair => _promised.Any(column => pair.First[column] != pair.Second[column])))
            return "学习计划已批准，课程不能改写或删去。不修的课程请在“变更”中选“删除”，新选的课程另加一行选“新增”，并写明理由";
        foreach (var (row, index) in after.Select((row, index) => (row, index)))
        {
            var isNew = index >= before.Count;
            if (isNew && !row.Is("change", "added"))
                return $"学习计划第 {index + 1} 行：批准后新选的课程，请在“变更”中选“新增”";
            if (row.Has("change") && !row.Has("changeReason") && (isNew || !before[index].Has("change")))
                return $"学习计划第 {index + 1} 行：请写明变更理由";
        }

        return null;
    }
}
