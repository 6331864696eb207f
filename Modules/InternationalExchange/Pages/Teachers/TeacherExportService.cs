using Portal.Toolkit.Records;
using Portal.Toolkit.Spreadsheets;

namespace Portal.InternationalExchange.Pages.Teachers;

/// <summary>The pipeline as a workbook, without numbers of passports and permits; noted in the audit before it leaves.</summary>
internal sealed class TeacherExportService(TeacherListQueries teachers, IWriteTransactions transactions, IAuditLog audit)
{
    private static readonly SheetColumn<TeacherRow>[] _columns =
    [
        new("编号", row => row.Teacher.No) { Format = SheetFormat.Text, Width = 16 },
        new("姓名", row => row.Teacher.Title) { Width = 26 },
        new("国籍", row => Countries.NameOf(row.Teacher["nationality"] ?? "")),
        new("用人单位", row => row.UnitName) { Width = 22 },
        new("阶段", row => row.Stage.Label) { Width = 12 },
        new("状态", row => row.State.Text) { Width = 14 },
        new("待办", row => row.Turn) { Width = 26 },
        new("合同止", row => row.Teacher.Date("contractTo")) { Format = SheetFormat.Date, Width = 12 },
        new("完整度（%）", row => row.Checklist.Percent) { Format = SheetFormat.WholeNumber, Width = 12 },
        new("待补", row => row.Checklist.OwedText) { Width = 60 },
    ];

    public async Task<IActionResult> FileAsync(string? stage, CancellationToken cancellationToken)
    {
        TeacherRow[] rows = [.. (await teachers.ListAsync(cancellationToken)).Where(row => stage is null || row.Stage.Key == stage)];
        await transactions.RunAsync(0, transaction => audit.WriteAsync(transaction, new AuditEntry
        {
            Module = ExchangeBook.Id,
            Action = "导出外籍教师聘用进度",
            Subject = "teachers",
            After = new { 行数 = rows.Length, stage },
        }), cancellationToken);
        return Spreadsheet.File("外籍教师聘用进度", _columns, rows);
    }
}
