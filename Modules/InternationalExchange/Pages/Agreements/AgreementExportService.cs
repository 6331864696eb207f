using Portal.Toolkit.Spreadsheets;

namespace Portal.InternationalExchange.Pages.Agreements;

/// <summary>The register as a workbook: exactly what the filter shows; noted in the audit before it leaves.</summary>
internal sealed class AgreementExportService(AgreementQueries agreements, IWriteTransactions transactions, IAuditLog audit)
{
    private static readonly SheetColumn<AgreementRow>[] _columns =
    [
        new("编号", row => row.Agreement.No) { Format = SheetFormat.Text, Width = 18 },
        new("协议", row => row.Agreement.Title) { Width = 36 },
        new("效力", row => row.EffectText) { Width = 12 },
        new("合作机构", row => row.Partners) { Width = 36 },
        new("国别", row => row.CountryNames) { Width = 16 },
        new("类别", row => row.Kind) { Width = 20 },
        new("生效日", row => row.Agreement.Date("effectiveFrom")) { Format = SheetFormat.Date, Width = 12 },
        new("到期日", row => row.LastDay) { Width = 12 },
        new("剩余天数", row => row.DaysLeft) { Format = SheetFormat.WholeNumber, Width = 10 },
        new("终止原因", row => row.Reason) { Width = 30 },
        new("承办单位", row => row.UnitName) { Width = 24 },
        new("责任人", row => row.Agreement.Row.OwnerName) { Width = 12 },
    ];

    public async Task<IActionResult> FileAsync(AgreementFilter filter, CancellationToken cancellationToken)
    {
        await transactions.RunAsync(0, transaction => audit.WriteAsync(transaction, new AuditEntry
        {
            Module = ExchangeBook.Id,
            Action = "导出协议台账",
            Subject = "agreements",
            After = new { filter.Effect, filter.Country, filter.Kind, filter.UnitId, 有检索词 = filter.Text is not null || filter.Partner is not null },
        }), cancellationToken);
        return await Spreadsheet.FileAsync("协议台账", _columns, agreements.StreamAsync(filter, cancellationToken), cancellationToken);
    }
}
