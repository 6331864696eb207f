using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Students;

public sealed class StudentDetailsQueries(DbDataSource source)
{
    public async Task<StudentDetails?> FindAsync(long studentId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<StudentFacts, StudentRest, StudentDetails>(
            new CommandDefinition(
                """
                select s.id, s.student_no, s.name, s.gender, s.birth_date, s.id_card_masked, s.department_id, coalesce(u.name, '') as department_name,
                       s.major, s.class_name, s.grade, s.student_category, s.education_level, s.hukou_transfer, s.dormitory, s.status, s.removed_reason,
                       s.scheme_id, c.name as scheme_name, coalesce(s.exam_no, '') as exam_no, s.leave_type, s.id_card_secret
                from graduationclearance_student s
                join graduationclearance_scheme c on c.id = s.scheme_id
                left join organisation_unit u on u.id = s.department_id
                where s.id = @studentId and c.status <> @draft
                """,
                new { studentId, draft = (int)SchemeStatus.Draft },
                cancellationToken: cancellationToken),
            (facts, rest) => new StudentDetails { Facts = facts, Rest = rest },
            splitOn: "scheme_id")).FirstOrDefault();
    }

    public async Task<IReadOnlyList<StepState>> ListStepsAsync(long schemeId, long studentId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<StepState>(new CommandDefinition(
            """
            select t.id as step_id, t.name, t.mode, t.is_required, coalesce(u.name, '') as unit_name, r.status, coalesce(r.remark, '') as remark,
                   coalesce(r.decided_by_name, '') as decided_by_name, r.decided_at, coalesce(r.source, 0) as source, coalesce(r.version, 0) as version
            from graduationclearance_step t
            left join graduationclearance_step_record r on r.step_id = t.id and r.student_id = @studentId
            left join organisation_unit u on u.id = t.unit_id
            where t.scheme_id = @schemeId
            order by t.seq, t.id
            """,
            new { schemeId, studentId },
            cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>办理日志, the newest first.</summary>
    public async Task<IReadOnlyList<StepChange>> ListHistoryAsync(long studentId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<StepChange>(new CommandDefinition(
            """
            select l.at, t.name as step_name, l.from_status, l.to_status, l.remark_to, l.reason, l.person_name, l.role_name, l.source
            from graduationclearance_step_record_log l
            join graduationclearance_step t on t.id = l.step_id
            where l.student_id = @studentId
            order by l.id desc
            """,
            new { studentId },
            cancellationToken: cancellationToken))).AsList();
    }
}
