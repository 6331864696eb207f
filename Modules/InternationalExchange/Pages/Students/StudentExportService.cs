using Portal.Toolkit.Records;
using Portal.Toolkit.Spreadsheets;

namespace Portal.InternationalExchange.Pages.Students;

/// <summary>The list as a workbook: exactly what the filter shows, no number of a passport or permit; noted in the audit before it leaves.</summary>
internal sealed class StudentExportService(StudentListQueries students, IWriteTransactions transactions, IAuditLog audit)
{
    private static readonly SheetColumn<StudentRow>[] _columns =
    [
        new("编号", row => row.Student.No) { Format = SheetFormat.Text, Width = 16 },
        new("姓名", row => row.Student.Title) { Width = 26 },
        new("学号", row => row.Student["studentNo"]) { Format = SheetFormat.Text },
        new("国籍", row => Countries.NameOf(row.Student["nationality"] ?? "")),
        new("就读学院", row => row.CollegeName) { Width = 22 },
        new("状态", row => row.State.Text) { Width = 12 },
        new("辅导员", row => row.Student["counsellor"]) { Width = 12 },
        new("完整度（%）", row => row.Checklist.Percent) { Format = SheetFormat.WholeNumber, Width = 12 },
        new("待补", row => row.Checklist.OwedText) { Width = 60 },
    ];

    private static readonly SheetColumn<StudentRow>[] _permitColumns =
    [
        new("居留情况", row => row.Permit?.Text) { Width = 16 },
        new("有效期至", row => row.PermitEnds) { Format = SheetFormat.Date, Width = 12 },
        new("办理期限", row => row.Permit?.By) { Format = SheetFormat.Date, Width = 12 },
    ];

    public async Task<IActionResult> FileAsync(StudentFilter filter, CancellationToken cancellationToken)
    {
        StudentRow[] rows = [.. (await students.ListAsync(cancellationToken)).Where(filter.Holds)];
        await transactions.RunAsync(0, transaction => audit.WriteAsync(transaction, new AuditEntry
        {
            Module = ExchangeBook.Id,
            Action = "导出留学生档案清单",
            Subject = "students",
            After = new { 行数 = rows.Length, filter.List, filter.Owes, filter.UnitId, 有检索词 = filter.Text is not null },
        }), cancellationToken);
        return Spreadsheet.File("留学生档案清单", students.ShowsPermits ? [.. _columns, .. _permitColumns] : _columns, rows);
    }
}
