using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.MySheet;

/// <summary>Whose sheet, of which scheme.</summary>
public sealed record SheetHead
{
    internal const string Sql =
        """
        select s.id, s.student_no, s.name, s.major, s.class_name, s.status, s.removed_reason, s.department_id, coalesce(u.name, '') as department_name,
               c.id as scheme_id, c.name as scheme_name, c.notice, c.close_at, c.status as scheme_status
        from graduationclearance_student s
        join graduationclearance_scheme c on c.id = s.scheme_id
        left join organisation_unit u on u.id = s.department_id
        """;

    public long Id { get; init; }

    public string StudentNo { get; init; } = "";

    public string Name { get; init; } = "";

    public string Major { get; init; } = "";

    public string ClassName { get; init; } = "";

    public long DepartmentId { get; init; }

    public string DepartmentName { get; init; } = "";

    public RosterStatus Status { get; init; }

    public string RemovedReason { get; init; } = "";

    public long SchemeId { get; init; }

    public string SchemeName { get; init; } = "";

    public SchemeStatus SchemeStatus { get; init; }

    public string Notice { get; init; } = "";

    public DateTime? CloseAt { get; init; }

    /// <summary>Whether it is the visitor's: a number is unique within its school only, so the department must lie where the current post is held.</summary>
    public bool IsOf(IUnitContext context, IUnitTree tree) => StudentNo == context.Person?.Account && tree.IsWithin(DepartmentId, context.UnitId);
}
