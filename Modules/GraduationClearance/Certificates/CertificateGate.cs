using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Certificates;

/// <summary>
/// The gate (invariant I6): every step that is required, or that a step decided by issuing builds on, must be passed or 无需办理.
/// Steps decided by issuing themselves do not count.
/// </summary>
internal static class CertificateGate
{
    public const string Sql =
        """
        select t.id, t.name, t.place, t.contact, r.status, coalesce(r.remark, '') as remark
        from graduationclearance_step t
        left join graduationclearance_step_record r on r.step_id = t.id and r.student_id = @studentId
        where t.scheme_id = @schemeId
          and t.mode = @manual
          and (t.is_required = 1
               or exists (select 1
                          from graduationclearance_step_prerequisite p
                          join graduationclearance_step i on i.id = p.step_id and i.mode = @issue
                          where p.requires_step_id = t.id))
          and (r.status is null or r.status in (@pending, @failed))
        order by t.seq, t.id
        """;

    public static object Parameters(long schemeId, long studentId) => new
    {
        schemeId,
        studentId,
        manual = (int)StepMode.Manual,
        issue = (int)StepMode.Issue,
        pending = (int)StepStatus.Pending,
        failed = (int)StepStatus.Failed,
    };

    public static Task<IReadOnlyList<OpenStep>> ListOpenAsync(WriteTransaction transaction, long schemeId, long studentId) =>
        transaction.QueryAsync<OpenStep>(Sql, Parameters(schemeId, studentId));
}

/// <summary>A step that keeps the gate shut.</summary>
public sealed record OpenStep
{
    public long Id { get; init; }

    public string Name { get; init; } = "";

    public string Place { get; init; } = "";

    public string Contact { get; init; } = "";

    public StepStatus? Status { get; init; }

    public string Remark { get; init; } = "";
}
