using System.Text.Json;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Imports;

/// <summary>错误数据: the rejected rows as they were uploaded, with row number and reason, ready to be corrected and imported again.</summary>
public sealed class ImportWorkbookService(ImportRowQueries rows)
{
    internal async Task WriteErrorsAsync(SheetWriter writer, ImportBatch batch, CancellationToken cancellationToken)
    {
        var rejected = new List<RejectedRow>();
        await foreach (var row in rows.ListRejectedAsync(batch.Id, cancellationToken))
            rejected.Add(row);
        ErrorWorkbook.Write(writer, JsonSerializer.Deserialize<string[]>(batch.Headers)!, rejected);
    }
}
