using Portal.GraduationClearance.Schemes;

namespace Portal.GraduationClearance.Roster;

/// <summary>Statements on the roster's table.</summary>
internal static class RosterRows
{
    /// <summary>Without the encrypted ID number, for comparing many rows.</summary>
    public const string ComparedColumns =
        """
        id, scheme_id, student_no, exam_no, name, gender, birth_date, id_card_hash, id_card_masked, department_id, major, class_name,
        grade, student_category, education_level, hukou_transfer, has_dormitory, dormitory, leave_type, status, removed_reason, version
        """;

    public const string Columns =
        """
        id, scheme_id, student_no, exam_no, name, gender, birth_date, id_card_secret, id_card_hash, id_card_masked, department_id, major, class_name,
        grade, student_category, education_level, hukou_transfer, has_dormitory, dormitory, leave_type, status, removed_reason, version
        """;

    private static readonly string[] ColumnNames = Columns.Split(',', StringSplitOptions.TrimEntries);

    public static Task InsertAsync(WriteTransaction transaction, IEnumerable<RosterRow> rows) =>
        transaction.InsertAsync("graduationclearance_student", ColumnNames, rows.Select(row => new object?[]
        {
            row.Id, row.SchemeId, row.StudentNo, row.ExamNo, row.Name, row.Gender, row.BirthDate, row.IdCardSecret, row.IdCardHash, row.IdCardMasked,
            row.DepartmentId, row.Major, row.ClassName, row.Grade, row.StudentCategory, row.EducationLevel, row.HukouTransfer, row.HasDormitory,
            row.Dormitory, row.LeaveType, row.Status, row.RemovedReason, row.Version,
        }));

    public static Task UpdateFactsAsync(WriteTransaction transaction, RosterRow row) => transaction.ExecuteAsync(
        """
        update graduationclearance_student
        set student_no = @StudentNo, exam_no = @ExamNo, name = @Name, gender = @Gender, birth_date = @BirthDate,
            id_card_secret = @IdCardSecret, id_card_hash = @IdCardHash, id_card_masked = @IdCardMasked, department_id = @DepartmentId,
            major = @Major, class_name = @ClassName, grade = @Grade, student_category = @StudentCategory, education_level = @EducationLevel,
            hukou_transfer = @HukouTransfer, has_dormitory = @HasDormitory, dormitory = @Dormitory, leave_type = @LeaveType, version = version + 1
        where id = @Id
        """,
        row);

    /// <summary>Reads one student of a scheme and makes others who change him wait.</summary>
    public static Task<RosterRow?> TakeAsync(WriteTransaction transaction, long schemeId, long studentId) => transaction.FirstOrDefaultAsync<RosterRow>(
        $"select {Columns} from graduationclearance_student where id = @studentId and scheme_id = @schemeId {SchemeLock.ForUpdate(transaction)}",
        new { studentId, schemeId });
}
