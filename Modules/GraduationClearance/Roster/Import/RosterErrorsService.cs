using System.Text.Json;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Roster.Import;

/// <summary>错误数据: the rejected rows as they were uploaded, with row number and reason, ready to be corrected and imported again.</summary>
public sealed class RosterErrorsService(RosterImportQueries imports, ISecretText secrets)
{
    private const int ChunkSize = 2000;

    public async Task WriteAsync(SheetWriter writer, RosterImport import, CancellationToken cancellationToken)
    {
        var headers = JsonSerializer.Deserialize<string[]>(import.Headers)!;
        var rejected = new List<RejectedRow>();
        var after = 0;
        while (await imports.ListRowsAsync(import.Id, [RosterOutcome.Rejected], after, ChunkSize, cancellationToken) is { Count: > 0 } rows)
        {
            rejected.AddRange(rows.Where(row => row.Secret is not null).Select(row => new RejectedRow
            {
                RowNumber = row.RowNo,
                Cells = [.. PlannedFacts.Decrypt(secrets, row.Secret!).Cells.Select(Cell.Decode)],
                Reason = row.Message,
            }));
            after = rows[^1].RowNo;
        }

        ErrorWorkbook.Write(writer, headers, rejected);
    }
}
