using Portal.GraduationClearance.Decisions;
using Portal.GraduationClearance.Schemes;

namespace Portal.GraduationClearance.Roster;

/// <summary>Saves changed facts of students and lets records and counters follow.</summary>
public sealed class RosterFactsService(ReevaluationService reevaluation)
{
    /// <summary>How many log rows one student's change can need at most.</summary>
    public const int MaxStepsPerScheme = 60;

    private const int ChunkSize = 500;

    /// <summary>For active students whose rows are locked; returns how many rows differed and were saved.</summary>
    internal async Task<int> SaveAsync(WriteTransaction transaction, long schemeId, IReadOnlyList<(RosterRow Before, RosterRow After)> students, int ids)
    {
        var changed = students.Where(pair => !pair.Before.HasFactsOf(pair.After)).ToArray();
        foreach (var (_, after) in changed)
            await RosterRows.UpdateFactsAsync(transaction, after);
        await MoveAsync(transaction, [.. changed.Where(pair => pair.Before.DepartmentId != pair.After.DepartmentId)]);
        foreach (var (_, after) in changed.Where(pair => pair.Before.StudentNo != pair.After.StudentNo))
            await transaction.ExecuteAsync("update graduationclearance_step_record set student_no = @StudentNo where student_id = @Id", new { after.Id, after.StudentNo });
        var reevaluated = changed
            .Where(pair => pair.Before.HukouTransfer != pair.After.HukouTransfer || pair.Before.HasDormitory != pair.After.HasDormitory)
            .ToDictionary(pair => pair.Before.Id, pair => (pair.Before.HukouTransfer, pair.Before.HasDormitory));
        if (reevaluated.Count > 0)
            await reevaluation.StudentsChangedAsync(transaction, await StepQueries.ListAsync(transaction, schemeId), reevaluated, ids);
        return changed.Length;
    }

    /// <summary>Takes the statuses of students out of the counters (-1) or puts them in (1); their department is that of the records.</summary>
    internal static async Task CountAsync(WriteTransaction transaction, IEnumerable<long> studentIds, int sign)
    {
        var deltas = new List<TallyDelta>();
        foreach (var ids in studentIds.Order().Chunk(ChunkSize))
        {
            deltas.AddRange((await transaction.QueryAsync<TallyRow>(
                """
                select step_id, department_id, status, count(*) as total
                from graduationclearance_step_record
                where student_id in @ids
                group by step_id, department_id, status
                """,
                new { ids })).Select(row => new TallyDelta(row.StepId, row.DepartmentId, row.Status, sign * row.Total)));
        }

        await Tally.AddAsync(transaction, deltas);
    }

    private static async Task MoveAsync(WriteTransaction transaction, IReadOnlyList<(RosterRow Before, RosterRow After)> moved)
    {
        if (moved.Count == 0)
            return;
        var ids = moved.Select(pair => pair.After.Id).ToArray();
        await CountAsync(transaction, ids, -1);
        foreach (var group in moved.GroupBy(pair => pair.After.DepartmentId, pair => pair.After.Id))
        {
            foreach (var chunk in group.Chunk(ChunkSize))
            {
                await transaction.ExecuteAsync(
                    "update graduationclearance_step_record set department_id = @departmentId where student_id in @chunk", new { departmentId = group.Key, chunk });
            }
        }

        await CountAsync(transaction, ids, 1);
    }
}
