namespace Portal.RegistryTransfer.Students;

/// <summary>Which enrolment says where a student stands: the active one, else the last.</summary>
internal static class LatestEnrolment
{
    /// <summary>For <c>registrytransfer_student s</c>: joins it as <c>e</c>, and its school as <c>school</c>.</summary>
    public const string Join =
        """
        join registrytransfer_enrolment e on e.id = (
            select latest.id
            from registrytransfer_enrolment latest
            where latest.student_id = s.id
            order by case when latest.active_student_id is null then 1 else 0 end, latest.start_on desc, latest.id desc
            limit 1)
        join registrytransfer_school school on school.unit_id = e.school_id
        """;
}
