using Portal.InternationalExchange.Outbound;
using Portal.Toolkit.Spreadsheets;

namespace Portal.InternationalExchange.Pages.Outbound;

/// <summary>Who is abroad, as a workbook: without addresses and telephones, which leave the portal for nobody; noted in the audit.</summary>
internal sealed class TrackingExportService(IWriteTransactions transactions, IAuditLog audit)
{
    private static readonly SheetColumn<TrackedStudent>[] _columns =
    [
        new("姓名", row => row.Name) { Width = 14 },
        new("学号", row => row.Record["studentNo"]) { Format = SheetFormat.Text, Width = 18 },
        new("学院", row => row.UnitName) { Width = 24 },
        new("项目", row => row.Record.Ref("programme")?.Title) { Width = 36 },
        new("实际出境", row => row.Record.Date("actualDepart")) { Format = SheetFormat.Date, Width = 12 },
        new("计划返校", row => row.Record.Date("plannedReturn")) { Format = SheetFormat.Date, Width = 12 },
        new("最近签到", row => CheckIns.LastDay(row.Record)) { Format = SheetFormat.Date, Width = 12 },
        new("所在地", row => row.Last?["place"]) { Width = 24 },
        new("下次签到前", row => row.NextOn) { Format = SheetFormat.Date, Width = 12 },
        new("情况", row => row.Badge.Text) { Width = 18 },
    ];

    public async Task<IActionResult> FileAsync(IReadOnlyList<TrackedStudent> students, CancellationToken cancellationToken)
    {
        await transactions.RunAsync(0, transaction => audit.WriteAsync(transaction, new AuditEntry
        {
            Module = ExchangeBook.Id, Action = "导出在外学生", Subject = "outbound-tracking", After = new { 行数 = students.Count },
        }), cancellationToken);
        return Spreadsheet.File("在外学生", _columns, students);
    }
}
