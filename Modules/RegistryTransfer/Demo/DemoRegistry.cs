using System.Globalization;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Numbers;
using Portal.RegistryTransfer.Schools;

namespace Portal.RegistryTransfer.Demo;

/// <summary>Rows of the demo's registry.</summary>
internal sealed class DemoRegistry(IWriteTransactions transactions, IAuditLog audit, ISecretText secrets, LocalTime time)
{
    public Task BureausAsync(IReadOnlyList<(long UnitId, UnitLevel Level, string RegionCode, int ProvinceId)> bureaus, CancellationToken cancellationToken) =>
        transactions.RunAsync(0, async transaction =>
        {
            await transaction.InsertAsync(
                "registrytransfer_bureau",
                ["unit_id", "level", "region_code", "province_id", "is_active", "version"],
                bureaus.Select(bureau => new object?[] { bureau.UnitId, (int)bureau.Level, bureau.RegionCode, bureau.ProvinceId, true, 1 }));
            foreach (var (unitId, _, _, provinceId) in bureaus.Where(bureau => bureau.Level == UnitLevel.Province))
                await transaction.ExecuteAsync("update registrytransfer_province set unit_id = @unitId where id = @provinceId", new { unitId, provinceId });
            await WriteAuditAsync(transaction, "demo:bureaus");
        }, cancellationToken);

    public Task SchoolsAsync(IReadOnlyList<(long UnitId, DemoSchool School)> schools, CancellationToken cancellationToken) =>
        transactions.RunAsync(0, async transaction =>
        {
            await SchoolCommands.InsertAsync(transaction, [.. schools.Select(row => (row.UnitId, (long)row.School.ProvinceId, row.School.ToFacts()))]);
            await WriteAuditAsync(transaction, "demo:schools");
        }, cancellationToken);

    public Task StudentsAsync(IReadOnlyList<DemoStudent> students, Dictionary<string, long> schools, CancellationToken cancellationToken) =>
        transactions.RunAsync(2 * students.Count, async transaction =>
        {
            var rows = students.Select(student => (Id: transaction.NextId(), EnrolmentId: transaction.NextId(), Student: student)).ToArray();
            await transaction.InsertAsync(
                "registrytransfer_student",
                [
                    "id", "number", "number_kind", "name", "name_key", "gender", "birth_date", "id_type",
                    "id_card_secret", "id_card_hash", "id_card_claim", "id_card_masked", "problem", "version",
                ],
                rows.Select(row => Student(row.Id, row.Student)));
            await transaction.InsertAsync("registrytransfer_student_number", ["number", "student_id"], rows.Select(row => new object?[] { row.Student.Number, row.Id }));
            await transaction.InsertAsync(
                "registrytransfer_enrolment",
                ["id", "student_id", "school_id", "grade", "class_no", "status", "boarding", "start_on", "end_on", "entry_reason", "exit_reason", "active_student_id", "version"],
                rows.Select(row => Enrolment(row.EnrolmentId, row.Id, schools[row.Student.School], row.Student)));
            await WriteAuditAsync(transaction, "demo:students");
        }, cancellationToken);

    private object?[] Enrolment(long id, long studentId, long schoolId, DemoStudent student)
    {
        var hasLeft = student.Status == EnrolmentStatus.Graduated;
        var graduation = new DateOnly(time.Today.Year, 7, 10) is var july && july < time.Today ? july : july.AddYears(-1);
        return
        [
            id, studentId, schoolId, student.Grade, "1", (int)student.Status, 1, new DateOnly((hasLeft ? graduation : time.Today).Year - 1, 9, 1), hasLeft ? graduation : null,
            "正常升级", hasLeft ? "毕业" : "", hasLeft ? null : studentId, 1,
        ];
    }

    private object?[] Student(long id, DemoStudent student) =>
    [
        id, student.Number, (int)Enum.Parse<StudentNumberKind>(student.Number[..1]), student.Name, StudentName.Key(student.Name), (student.Number[^2] - '0') % 2,
        DateOnly.ParseExact(student.Number[7..15], "yyyyMMdd", CultureInfo.InvariantCulture),
        (int)(student.IdNumber is null ? IdType.Other : IdType.ResidentCard),
        student.IdNumber is null ? null : secrets.Encrypt(student.IdNumber),
        student.IdNumber is null ? null : secrets.Hash(student.IdNumber),
        student.IdNumber is null || student.Problem != ProblemFlag.None ? null : secrets.Hash(student.IdNumber),
        student.IdNumber is null ? "" : $"{student.IdNumber[..4]}{new string('*', 12)}{student.IdNumber[^2..]}",
        (int)student.Problem, 1,
    ];

    private Task WriteAuditAsync(WriteTransaction transaction, string subject) =>
        audit.WriteAsync(transaction, new AuditEntry { Module = "RegistryTransfer", Action = "生成演示数据", Subject = subject });
}
