using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.MySheet;

/// <summary>离校单: a student's flow with the state of every step, and where to go for it.</summary>
public sealed class MySheetQueries(DbDataSource source)
{
    /// <summary>All roster rows of a 学号, the newest season first; drafts are not shown.</summary>
    public async Task<IReadOnlyList<SheetHead>> ListAsync(string studentNo, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<SheetHead>(new CommandDefinition(
            $"""
            {SheetHead.Sql}
            where s.student_no = @studentNo and c.status <> @draft
            order by c.season_year desc, c.season_month desc, s.id desc
            """,
            new { studentNo, draft = (int)SchemeStatus.Draft },
            cancellationToken: cancellationToken))).AsList();
    }

    public async Task<SheetHead?> FindAsync(long studentId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<SheetHead>(new CommandDefinition(
            $"{SheetHead.Sql} where s.id = @studentId", new { studentId }, cancellationToken: cancellationToken));
    }

    public async Task<IReadOnlyList<SheetStep>> ListStepsAsync(long studentId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<SheetStep>(new CommandDefinition(
            """
            select t.id, t.name, t.seq, t.is_required, t.mode, t.place, t.hours, t.contact, t.guide, t.due_at, u.name as unit_name, r.status, r.remark, r.decided_at
            from graduationclearance_step_record r
            join graduationclearance_step t on t.id = r.step_id
            left join organisation_unit u on u.id = t.unit_id
            where r.student_id = @studentId
            order by t.seq, t.id
            """,
            new { studentId },
            cancellationToken: cancellationToken))).AsList();
    }
}
