using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.Applications;

/// <summary>Reads a student, on a page's connection or inside a transaction. Only exact matches, never a list.</summary>
internal static class StudentData
{
    private const string Facts =
        """
        select student.id as student_id, student.number, student.name, student.name_key, student.id_card_masked, student.problem,
            enrolment.id as enrolment_id, enrolment.grade as grade_code, enrolment.status, enrolment.active_student_id,
            enrolment.school_id, unit.name as school_name, school.schooling_system, school.province_id, province.name as province_name,
            (select application.id from registrytransfer_application application where application.open_student_id = student.id) as open_application_id
        from registrytransfer_student student
        join registrytransfer_enrolment enrolment on enrolment.id = (
            select latest.id
            from registrytransfer_enrolment latest
            where latest.student_id = student.id
            order by case when latest.active_student_id is null then 1 else 0 end, latest.start_on desc, latest.id desc
            limit 1)
        join registrytransfer_school school on school.unit_id = enrolment.school_id
        join organisation_unit unit on unit.id = school.unit_id
        join registrytransfer_province province on province.id = school.province_id

        """;

    /// <summary>The student with this number, present or prior, and this name; null for a wrong number and for a wrong name.</summary>
    /// <param name="data">Where to read.</param>
    /// <param name="number">Normalised.</param>
    /// <param name="nameKey">As <see cref="Numbers.StudentName.Key"/> makes it.</param>
    public static Task<StudentFacts?> FindAsync(ReviewData data, string number, string nameKey) => data.FirstOrDefaultAsync<StudentFacts>(
        Facts + """
        where student.id = (select known.student_id from registrytransfer_student_number known where known.number = @number)
          and student.name_key = @nameKey
        """,
        new { number, nameKey });

    public static Task<StudentFacts?> FindAsync(ReviewData data, long studentId) =>
        data.FirstOrDefaultAsync<StudentFacts>(Facts + "where student.id = @studentId", new { studentId });
}
