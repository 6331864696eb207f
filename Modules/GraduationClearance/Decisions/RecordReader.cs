using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Decisions;

/// <summary>Reads records inside a transaction. The roster rows are locked first, in the order of their ids: whoever changes a student's records waits here.</summary>
internal static class RecordReader
{
    // Lists of ids stand in the text ({=ids}): SQLite looks hundreds of parameters up one by one for each of them.
    // SQLite looks parameters up one by one: long lists cost their square.
    private const int ChunkSize = 100;

    /// <summary>Locks the students of a scheme and returns the ids that exist in it.</summary>
    public static async Task<IReadOnlyList<long>> LockAsync(WriteTransaction transaction, long schemeId, IEnumerable<long> studentIds)
    {
        var locked = new List<long>();
        foreach (var ids in studentIds.Order().Chunk(ChunkSize))
        {
            locked.AddRange(await transaction.QueryAsync<long>(
                $$"""
                select id
                from graduationclearance_student
                where id in {=ids} and scheme_id = @schemeId
                order by id
                {{(transaction.Dialect == SqlDialect.MySql ? "for update" : "")}}
                """,
                new { ids, schemeId }));
        }

        return locked;
    }

    public static async Task<Dictionary<long, RecordState>> ReadAsync(WriteTransaction transaction, long stepId, IEnumerable<long> studentIds)
    {
        var records = new Dictionary<long, RecordState>();
        foreach (var ids in studentIds.Chunk(ChunkSize))
        {
            var rows = await transaction.QueryAsync<RecordState>(
                """
                select r.student_id, s.student_no, s.name, s.department_id, s.status as roster_status, s.removed_reason,
                       r.status, r.remark, r.decided_by_name, r.decided_at, r.version,
                       exists (select 1 from graduationclearance_certificate c where c.student_id = r.student_id and c.void_mark = 0) as has_certificate
                from graduationclearance_step_record r
                join graduationclearance_student s on s.id = r.student_id
                where r.step_id = @stepId and r.student_id in {=ids}
                """,
                new { stepId, ids });
            foreach (var row in rows)
                records.Add(row.StudentId, row);
        }

        return records;
    }

    /// <summary>For each student the first step that must be passed before this one and is not.</summary>
    public static async Task<Dictionary<long, string>> FindBlockersAsync(WriteTransaction transaction, StepRules step, long schemeId, IEnumerable<long> studentIds)
    {
        var required = await transaction.QueryAsync<RequiredStep>(
            step.IsFinal
                ? "select id, name from graduationclearance_step where scheme_id = @schemeId and id <> @Id and is_required = 1 order by seq, id"
                : """
                  select s.id, s.name
                  from graduationclearance_step_prerequisite p
                  join graduationclearance_step s on s.id = p.requires_step_id
                  where p.step_id = @Id
                  order by s.seq, s.id
                  """,
            new { step.Id, schemeId });
        var blockers = new Dictionary<long, string>();
        if (required.Count == 0)
            return blockers;
        foreach (var ids in studentIds.Chunk(ChunkSize))
        {
            var met = (await transaction.QueryAsync<MetStep>(
                """
                select student_id, step_id
                from graduationclearance_step_record
                where student_id in {=ids} and step_id in {=steps} and status in (@passed, @notRequired)
                """,
                new { ids, steps = required.Select(row => row.Id), passed = (int)StepStatus.Passed, notRequired = (int)StepStatus.NotRequired }))
                .ToHashSet();
            foreach (var id in ids)
            {
                if (required.FirstOrDefault(row => !met.Contains(new MetStep { StudentId = id, StepId = row.Id })) is { } blocker)
                    blockers.Add(id, blocker.Name);
            }
        }

        return blockers;
    }

    private sealed record RequiredStep
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";
    }

    private sealed record MetStep
    {
        public long StudentId { get; init; }

        public long StepId { get; init; }
    }
}
