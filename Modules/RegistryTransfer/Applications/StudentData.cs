using Portal.RegistryTransfer.Students;

namespace Portal.RegistryTransfer.Applications;

/// <summary>Reads a student, on a page's connection or inside a transaction. Only exact matches, never a list.</summary>
internal static class StudentData
{
    private const string Facts =
        $"""
        select s.id as student_id, s.number, s.name, s.name_key, s.id_card_masked, s.problem,
            e.id as enrolment_id, e.grade as grade_code, e.status, e.active_student_id,
            e.school_id, unit.name as school_name, school.schooling_system, school.province_id, province.name as province_name,
            (select application.id from registrytransfer_application application where application.open_student_id = s.id) as open_application_id
        from registrytransfer_student s
        {LatestEnrolment.Join}
        join organisation_unit unit on unit.id = school.unit_id
        join registrytransfer_province province on province.id = school.province_id

        """;

    /// <summary>The student with this number, present or prior, and this name; null for a wrong number and for a wrong name.</summary>
    /// <param name="data">Where to read.</param>
    /// <param name="number">Normalised.</param>
    /// <param name="nameKey">As <see cref="Numbers.StudentName.Key"/> makes it.</param>
    public static Task<StudentFacts?> FindAsync(ReadSession data, string number, string nameKey) => data.FirstOrDefaultAsync<StudentFacts>(
        Facts + """
        where s.id = (select known.student_id from registrytransfer_student_number known where known.number = @number)
          and s.name_key = @nameKey
        """,
        new { number, nameKey });

    public static Task<StudentFacts?> FindAsync(ReadSession data, long studentId) =>
        data.FirstOrDefaultAsync<StudentFacts>(Facts + "where s.id = @studentId", new { studentId });
}
