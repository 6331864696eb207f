using System.Runtime.CompilerServices;
using Portal.RegistryTransfer.Model;
using Portal.Toolkit.Calendar;
using Portal.Toolkit.Spreadsheets;

namespace Portal.RegistryTransfer.Pages.Query;

/// <summary>Exports what the list shows, all pages of it, and audits that it left.</summary>
internal sealed class QueryExportService(
    ApplicationQueries applications, QueryReachService reaches, IWorkCalendar calendar, IWriteTransactions transactions, IAuditLog audit, LocalTime time, TimeProvider clock)
{
    public async Task<IActionResult> FileAsync(ApplicationKind kind, QueryFilter filter, bool asCsv, CancellationToken cancellationToken)
    {
        var columns = QueryColumns.For(kind, await calendar.GetAsync(cancellationToken), time, clock.GetUtcNow().UtcDateTime);
        await WriteAuditAsync(kind, filter, cancellationToken);
        var name = $"{Words.Of(kind)}查询";
        var rows = StreamAsync(kind, filter, cancellationToken);
        return asCsv
            ? new FileContentResult(await QueryColumns.CsvAsync(columns, rows), "text/csv; charset=utf-8") { FileDownloadName = $"{name}.csv" }
            : await Spreadsheet.FileAsync(name, columns, rows, cancellationToken);
    }

    private async IAsyncEnumerable<ApplicationRow> StreamAsync(ApplicationKind kind, QueryFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in applications.StreamAsync(kind, filter, reaches.Find(), cancellationToken))
            yield return reaches.IsNation ? row.Masked() : row;
    }

    // The conditions name no person: an audit row holds neither names nor numbers.
    private Task WriteAuditAsync(ApplicationKind kind, QueryFilter filter, CancellationToken cancellationToken) => transactions.RunAsync(0, transaction => audit.WriteAsync(transaction, new AuditEntry
    {
        Module = "RegistryTransfer",
        Action = $"导出{Words.Of(kind)}查询",
        Subject = $"application-list:{kind.Slug()}",
        After = new { filter.Side, filter.Status, filter.OpenOnly, filter.OverdueOnly, filter.ProvinceId, filter.From, filter.To },
    }), cancellationToken);
}
