using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Decisions;

/// <summary>Counters per step, department and status of students in the scheme, kept with every change so that they cost nothing to read (invariant I12).</summary>
internal static class Tally
{
    public static Task MoveAsync(WriteTransaction transaction, IEnumerable<RecordChange> changes) => AddAsync(
        transaction,
        changes.SelectMany(change => new[]
        {
            new TallyDelta(change.StepId, change.DepartmentId, change.From, -1),
            new TallyDelta(change.StepId, change.DepartmentId, change.To, 1),
        }));

    /// <summary>Adds up the deltas and writes them in a fixed order, so that two writers never wait for each other crosswise.</summary>
    public static async Task AddAsync(WriteTransaction transaction, IEnumerable<TallyDelta> deltas)
    {
        var sums = deltas
            .GroupBy(delta => (delta.StepId, delta.DepartmentId, delta.Status))
            .Select(group => new { group.Key.StepId, group.Key.DepartmentId, Status = (int)group.Key.Status, Total = group.Sum(delta => delta.Total) })
            .Where(sum => sum.Total != 0)
            .OrderBy(sum => sum.StepId)
            .ThenBy(sum => sum.DepartmentId)
            .ThenBy(sum => sum.Status);
        foreach (var sum in sums)
        {
            await transaction.ExecuteAsync(
                transaction.Dialect switch
                {
                    SqlDialect.MySql =>
                        """
                        insert into graduationclearance_tally (step_id, department_id, status, total)
                        values (@StepId, @DepartmentId, @Status, @Total)
                        on duplicate key update total = total + values(total)
                        """,
                    _ =>
                        """
                        insert into graduationclearance_tally (step_id, department_id, status, total)
                        values (@StepId, @DepartmentId, @Status, @Total)
                        on conflict (step_id, department_id, status) do update set total = total + excluded.total
                        """,
                },
                sum);
        }
    }
}

/// <summary>A change of one counter.</summary>
internal sealed record TallyDelta(long StepId, long DepartmentId, StepStatus Status, int Total);
