using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Decisions;

/// <summary>The one place that changes step records: record, log and tally go together.</summary>
public sealed class RecordWriter(IUnitContext context, TimeProvider clock)
{
    // SQLite looks parameters up one by one: long lists cost their square.
    private const int ChunkSize = 100;

    private static readonly string[] LogColumns =
    [
        "id", "student_id", "step_id", "from_status", "to_status", "remark_from", "remark_to",
        "person_id", "person_name", "role_name", "unit_id", "address", "at", "reason", "source", "batch_id",
    ];

    /// <summary>Applies changes of records whose students are locked; takes one id per change.</summary>
    internal async Task ApplyAsync(WriteTransaction transaction, IReadOnlyCollection<RecordChange> changes, DecisionSource source, long? batchId = null)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var group in changes.GroupBy(change => (change.StepId, change.To, change.RemarkTo)))
        {
            foreach (var chunk in group.Chunk(ChunkSize))
            {
                await transaction.ExecuteAsync(
                    """
                    update graduationclearance_step_record
                    set status = @status, remark = @remark, decided_by = @personId, decided_by_name = @personName,
                        decided_at = @now, source = @source, batch_id = @batchId, version = version + 1
                    where step_id = @stepId and student_id in {=ids}
                    """,
                    new
                    {
                        status = (int)group.Key.To,
                        remark = group.Key.RemarkTo,
                        personId = context.Person?.Id,
                        personName = context.Person?.Name ?? "系统",
                        now,
                        source = (int)source,
                        batchId,
                        stepId = group.Key.StepId,
                        ids = chunk.Select(change => change.StudentId),
                    });
            }
        }

        await transaction.InsertAsync("graduationclearance_step_record_log", LogColumns, changes.Select(change => new object?[]
        {
            transaction.NextId(), change.StudentId, change.StepId, change.From, change.To, change.RemarkFrom, change.RemarkTo,
            context.Person?.Id, context.Person?.Name ?? "系统", context.Post?.RoleName ?? "", context.Post?.UnitId, context.Address, now, change.Reason, source, batchId,
        }));
        await Tally.MoveAsync(transaction, changes);
    }
}
