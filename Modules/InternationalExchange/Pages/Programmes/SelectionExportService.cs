using Portal.Toolkit.Spreadsheets;

namespace Portal.InternationalExchange.Pages.Programmes;

/// <summary>The ranking table as a workbook; noted in the audit before it leaves.</summary>
internal sealed class SelectionExportService(IWriteTransactions transactions, IAuditLog audit)
{
    private static readonly SheetColumn<Applicant>[] _columns =
    [
        new("名次", row => row.Record.Int("rank")) { Format = SheetFormat.WholeNumber, Width = 8 },
        new("姓名", row => row.Name) { Width = 14 },
        new("学号", row => row.Record["studentNo"]) { Format = SheetFormat.Text, Width = 18 },
        new("学院", row => row.UnitName) { Width = 24 },
        new("选拔分", row => row.Record.Int("score")) { Format = SheetFormat.WholeNumber, Width = 10 },
        new("状态", row => row.Badge.Text) { Width = 12 },
        new("语言水平", row => row.Record["language"]) { Width = 24 },
        new("学业成绩", row => row.Record["grades"]) { Width = 36 },
        new("编号", row => row.Record.No) { Format = SheetFormat.Text, Width = 18 },
    ];

    public async Task<IActionResult> FileAsync(Selection selection, CancellationToken cancellationToken)
    {
        await transactions.RunAsync(0, transaction => audit.WriteAsync(transaction, new AuditEntry
        {
            Module = ExchangeBook.Id,
            Action = "导出选拔排名",
            Subject = $"record:{selection.Programme.Record.Id}",
            After = new { 行数 = selection.Applicants.Count },
        }), cancellationToken);
        return Spreadsheet.File("选拔排名", _columns, selection.Applicants);
    }
}
