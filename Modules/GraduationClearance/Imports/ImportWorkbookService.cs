using System.Text.Json;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Imports;

/// <summary>错误数据: the rejected rows as they were uploaded, with row number and reason, ready to be corrected and imported again.</summary>
public sealed class ImportWorkbookService(ImportQueries imports, ISecretText secrets)
{
    private const int ChunkSize = 2000;

    public async Task WriteErrorsAsync(SheetWriter writer, ImportBatch import, CancellationToken cancellationToken)
    {
        var rows = new List<RejectedRow>();
        for (var after = 0; ;)
        {
            var chunk = await imports.ListRowsAsync(import.Id, RowOutcome.Rejected, after, null, ChunkSize, cancellationToken);
            rows.AddRange(chunk.Where(row => row.RawSecret is not null).Select(row => new RejectedRow
            {
                RowNumber = row.RowNo,
                Cells = RawRow.Decode(secrets.Decrypt(row.RawSecret!)).Cells,
                Reason = row.Message,
            }));
            if (chunk.Count < ChunkSize)
                break;
            after = chunk[^1].RowNo;
        }

        ErrorWorkbook.Write(writer, JsonSerializer.Deserialize<string[]>(import.Headers)!, rows);
    }

    /// <summary>The key of a row as uploaded; ID-card numbers with their middle hidden.</summary>
    public string KeyOf(StoredRow row, MatchBy matchBy)
    {
        if (row.RawSecret is null)
            return "已清除";
        var key = RawRow.Decode(secrets.Decrypt(row.RawSecret)).Key.Text;
        return matchBy == MatchBy.IdCard ? IdCardNumber.Mask(key) : key;
    }
}
