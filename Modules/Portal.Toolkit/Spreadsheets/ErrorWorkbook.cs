namespace Portal.Toolkit.Spreadsheets;

/// <summary>The rejected rows as they were, with row number and reason, ready to be corrected and imported again.</summary>
public static class ErrorWorkbook
{
    private const string RowNumber = "行号";
    private const string Reason = "错误原因";

    /// <summary>Writes the rejected rows of a result.</summary>
    public static void Write<T>(SheetWriter writer, ImportResult<T> result)
        where T : class =>
        Write(writer, result.Headers, result.Rejected.Select(row => new RejectedRow
        {
            RowNumber = row.RowNumber,
            Cells = row.Cells,
            Reason = string.Join('；', row.Errors.Select(error => error.Message)),
        }));

    /// <summary>Writes rejected rows from anywhere, for instance from the database.</summary>
    public static void Write(SheetWriter writer, IReadOnlyList<string> headers, IEnumerable<RejectedRow> rows)
    {
        // A workbook of rejected rows that is rejected again keeps only the newest reason.
        var kept = Enumerable.Range(0, headers.Count).Where(i => !IsOwnHeader(headers[i])).ToArray();
        writer.BeginSheet("错误数据", [
            .. kept.Select(i => new SheetColumn(headers[i])),
            new SheetColumn(RowNumber) { Width = 8, Format = SheetFormat.WholeNumber },
            new SheetColumn(Reason) { Width = 60 },
        ]);
        var values = new object?[kept.Length + 2];
        foreach (var row in rows)
        {
            for (var i = 0; i < kept.Length; i++)
                values[i] = row.Cells[kept[i]];
            values[^2] = row.RowNumber;
            values[^1] = row.Reason;
            writer.WriteRow(values);
        }
    }

    internal static bool IsOwnHeader(string header) => header is RowNumber or Reason;
}
