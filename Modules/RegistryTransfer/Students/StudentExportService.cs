using Portal.RegistryTransfer.Model;
using Portal.Toolkit.Spreadsheets;

namespace Portal.RegistryTransfer.Students;

/// <summary>导出学生名册 of a school: what the filter shows, identity numbers masked; each export leaves an audit row.</summary>
internal sealed class StudentExportService(StudentListQueries students, IWriteTransactions transactions, IAuditLog audit)
{
    private static readonly (string Header, double Width, Func<StudentRow, string> Value)[] _columns =
    [
        ("全国学籍号", 24, row => row.Number),
        ("姓名", 16, row => row.Name),
        ("性别", 8, row => Words.OfGender(row.Gender)),
        ("出生日期", 14, row => $"{row.BirthDate:yyyy-MM-dd}"),
        ("身份证件号", 24, row => row.IdCardMasked),
        ("学校", 28, row => row.SchoolName),
        ("年级", 14, row => row.GradeLabel),
        ("班级", 10, row => row.ClassNo),
        ("就读方式", 10, row => Words.OfBoarding(row.Boarding)),
        ("学籍状态", 12, row => Words.Of(row.Status)),
        ("入学日期", 14, row => $"{row.StartOn:yyyy-MM-dd}"),
        ("问题学籍", 24, row => Words.Of(row.Problem)),
    ];

    public async Task<IActionResult> FileAsync(StudentFilter filter, long? school, CancellationToken cancellationToken) => await Spreadsheet.FileAsync("学生名册", async writer =>
    {
        writer.BeginSheet("学生名册", [.. _columns.Select(column => new SheetColumn(column.Header) { Width = column.Width, Format = SheetFormat.Text })], new SheetLayout { Filter = true });
        var count = 0;
        await foreach (var row in students.StreamAsync(filter, school, cancellationToken))
        {
            writer.WriteRow([.. _columns.Select(column => (object?)column.Value(row))]);
            count++;
        }

        await transactions.RunAsync(
            0,
            transaction => audit.WriteAsync(transaction, new AuditEntry
            {
                Module = "RegistryTransfer", Action = "导出学生名册", Subject = $"school:{school}", After = new { 人数 = count, 条件 = filter.Route() },
            }),
            cancellationToken);
    });
}
