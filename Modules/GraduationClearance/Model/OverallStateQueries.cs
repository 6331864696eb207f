namespace Portal.GraduationClearance.Model;

/// <summary>The overall state of some students, in one statement.</summary>
public sealed class OverallStateQueries(DbDataSource source)
{
    public async Task<IReadOnlyDictionary<long, OverallState>> FindAsync(IReadOnlyCollection<long> studentIds, CancellationToken cancellationToken)
    {
        if (studentIds.Count == 0)
            return new Dictionary<long, OverallState>();
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await FindAsync(connection, studentIds, cancellationToken);
    }

    internal static async Task<IReadOnlyDictionary<long, OverallState>> FindAsync(DbConnection connection, IReadOnlyCollection<long> studentIds, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<OverallCounts>(new CommandDefinition(
            """
            select s.id as student_id,
                   coalesce(sum(case when r.status in (@passed, @failed) then 1 else 0 end), 0) as decided,
                   coalesce(sum(case when r.status = @failed then 1 else 0 end), 0) as failed,
                   coalesce(sum(case when t.is_required = 1 and t.mode = @manual and (r.status is null or r.status in (@pending, @failed)) then 1 else 0 end), 0) as open,
                   (select count(*)
                    from graduationclearance_certificate c
                    where c.student_id = s.id and c.void_mark = 0 and c.kind <> @materials) as certificates
            from graduationclearance_student s
            join graduationclearance_step t on t.scheme_id = s.scheme_id
            left join graduationclearance_step_record r on r.student_id = s.id and r.step_id = t.id
            where s.id in @studentIds
            group by s.id
            """,
            new
            {
                studentIds,
                pending = (int)StepStatus.Pending,
                passed = (int)StepStatus.Passed,
                failed = (int)StepStatus.Failed,
                manual = (int)StepMode.Manual,
                materials = (int)CertificateKind.Materials,
            },
            cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.StudentId, row => row.State);
    }
}
