using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Desk;

/// <summary>What the desk shows: hits of a search, one student with his records, what this operator did last.</summary>
public sealed class DeskQueries(DbDataSource source, ISecretText secrets, IUnitContext context)
{
    public const int MostHits = 20;

    private const string Columns =
        """
        s.id, s.student_no, s.name, s.gender, s.birth_date, s.id_card_masked, s.department_id, coalesce(u.name, '') as department_name,
        s.major, s.class_name, s.grade, s.student_category, s.education_level, s.hukou_transfer, s.dormitory, s.status, s.removed_reason
        """;

    /// <summary>Students of the scheme whose 学号 is the text or whose 姓名 contains it; one more than <see cref="MostHits"/> when there are many.</summary>
    public async Task<IReadOnlyList<StudentFacts>> SearchAsync(long schemeId, DepartmentReach reach, string text, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<StudentFacts>(new CommandDefinition(
            $"""
            select {Columns}
            from graduationclearance_student s
            left join organisation_unit u on u.id = s.department_id
            where s.scheme_id = @schemeId
              and s.status = @active
              and {reach.Sql("s.department_id")}
              and (s.student_no = @text or instr(s.name, @text) > 0)
            order by s.student_no
            limit @limit
            """,
            reach.With(new { schemeId, text, active = (int)RosterStatus.Active, limit = MostHits + 1 }),
            cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>The active student with this 身份证号, by its hash.</summary>
    /// <param name="schemeId">The scheme on screen.</param>
    /// <param name="reach">Whom the operator handles.</param>
    /// <param name="number">Normalised.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<long?> FindByCardAsync(long schemeId, DepartmentReach reach, string number, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<long?>(new CommandDefinition(
            $"""
            select s.id
            from graduationclearance_student s
            where s.scheme_id = @schemeId and s.id_card_hash = @hash and s.status = @active and {reach.Sql("s.department_id")}
            """,
            reach.With(new { schemeId, hash = secrets.Hash(number), active = (int)RosterStatus.Active }),
            cancellationToken: cancellationToken));
    }

    public async Task<StudentFacts?> FindAsync(long schemeId, DepartmentReach reach, long studentId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<StudentFacts>(new CommandDefinition(
            $"""
            select {Columns}
            from graduationclearance_student s
            left join organisation_unit u on u.id = s.department_id
            where s.id = @studentId and s.scheme_id = @schemeId and {reach.Sql("s.department_id")}
            """,
            reach.With(new { schemeId, studentId }),
            cancellationToken: cancellationToken));
    }

    /// <summary>The student's state at every step of the scheme, in order.</summary>
    public async Task<IReadOnlyList<StepRecord>> ListRecordsAsync(long studentId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<StepRecord>(new CommandDefinition(
            """
            select r.step_id, t.name as step_name, t.seq, t.mode, t.is_final, r.status, r.remark, r.decided_by_name, r.decided_at, r.source, r.version
            from graduationclearance_step_record r
            join graduationclearance_step t on t.id = r.step_id
            where r.student_id = @studentId
            order by t.seq, t.id
            """,
            new { studentId },
            cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>The operator's own last ten, newest first, with the record's state now.</summary>
    public async Task<IReadOnlyList<RecentDecision>> ListRecentAsync(long schemeId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<RecentDecision>(new CommandDefinition(
            """
            select l.student_id, s.department_id, s.student_no, s.name, l.step_id, t.name as step_name, l.to_status, l.at, r.status as status_now
            from graduationclearance_step_record_log l
            join graduationclearance_student s on s.id = l.student_id
            join graduationclearance_step t on t.id = l.step_id
            join graduationclearance_step_record r on r.student_id = l.student_id and r.step_id = l.step_id
            where l.person_id = @personId and s.scheme_id = @schemeId
            order by l.id desc
            limit 10
            """,
            new { personId = context.Person?.Id, schemeId },
            cancellationToken: cancellationToken))).AsList();
    }
}
