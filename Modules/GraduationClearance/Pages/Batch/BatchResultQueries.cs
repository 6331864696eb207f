using Portal.GraduationClearance.Decisions;

namespace Portal.GraduationClearance.Pages.Batch;

/// <summary>What a batch of the current operator did.</summary>
public sealed class BatchResultQueries(DbDataSource source, IUnitContext context)
{
    public async Task<BatchSummary?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<BatchSummary>(new CommandDefinition(
            """
            select b.id, b.scheme_id, b.step_id, t.name as step_name, b.passed, b.note, b.handled, b.unchanged, b.refused, b.at
            from graduationclearance_batch b
            join graduationclearance_step t on t.id = b.step_id
            where b.id = @id and b.person_id = @personId
            """,
            new { id, personId = context.Person!.Id },
            cancellationToken: cancellationToken));
    }

    /// <summary>Everybody who was not handled, the refused first; a foreign student stays a bare number.</summary>
    public async Task<IReadOnlyList<BatchResultRow>> ListRowsAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<BatchResultRow>(new CommandDefinition(
            """
            select b.student_id, b.outcome, b.message, coalesce(s.student_no, '') as student_no, coalesce(s.name, '') as name
            from graduationclearance_batch_row b
            left join graduationclearance_student s on s.id = b.student_id and b.outcome <> @outOfReach
            where b.batch_id = @id
            order by b.outcome desc, s.student_no
            """,
            new { id, outOfReach = (int)DecisionOutcome.OutOfReach },
            cancellationToken: cancellationToken))).AsList();
    }
}
