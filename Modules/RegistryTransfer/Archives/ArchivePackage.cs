using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Portal.RegistryTransfer.Archives;

/// <summary>电子学籍档案备份: the registry as it stood at the sender, kept there read-only with its SHA-256 (I12). The identity number stays encrypted in it.</summary>
internal static class ArchivePackage
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the package and returns its hash in lower-case hexadecimal.</summary>
    public static async Task<string> KeepAsync(WriteTransaction transaction, ArchivedApplication application, DateTime now)
    {
        var student = await transaction.FirstOrDefaultAsync<ArchivedStudent>(
            """
            select number, name, gender, birth_date, id_type, id_card_secret, id_card_masked, problem
            from registrytransfer_student
            where id = @StudentId
            """,
            application) ?? throw new RefusedException("没有找到学生的学籍信息，无法调档。");
        var numbers = await transaction.QueryAsync<string>(
            "select number from registrytransfer_student_number where student_id = @StudentId order by number", application);
        var enrolments = await transaction.QueryAsync<ArchivedEnrolment>(
            """
            select e.id, e.school_id, coalesce(u.name, '') as school_name, e.grade, e.class_no, e.status, e.boarding, e.start_on, e.end_on, e.entry_reason, e.exit_reason
            from registrytransfer_enrolment e
            left join organisation_unit u on u.id = e.school_id
            where e.student_id = @StudentId
            order by e.start_on, e.id
            """,
            application);
        var content = JsonSerializer.Serialize(new { application.Number, Student = student, Numbers = numbers, Enrolments = enrolments, KeptAt = now }, _json);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        await transaction.InsertAsync(
            "registrytransfer_archive_package",
            ["application_id", "school_id", "student_id", "content", "content_hash", "kept_at"],
            [[application.Id, application.OutSchoolId, application.StudentId, content, hash, now]]);
        return hash;
    }
}
