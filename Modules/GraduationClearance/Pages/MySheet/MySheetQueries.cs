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
            select t.id, t.name, t.seq, t.is_required, t.mode, t.place, t.hours, t.contact, t.guide, t.due_at, u.name as unit_name,
                   coalesce(r.status, 0) as status, coalesce(r.remark, '') as remark, r.decided_at
            from graduationclearance_student s
            join graduationclearance_step t on t.scheme_id = s.scheme_id
            left join graduationclearance_step_record r on r.student_id = s.id and r.step_id = t.id
            left join organisation_unit u on u.id = t.unit_id
            where s.id = @studentId
            order by t.seq, t.id
            """,
            new { studentId },
            cancellationToken: cancellationToken))).AsList();
    }
}
