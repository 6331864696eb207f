namespace Portal.Toolkit.Spreadsheets;

/// <summary>A file that was read as a whole.</summary>
public sealed class ImportResult<T>
    where T : class
{
    private readonly IReadOnlyDictionary<ImportColumn, int> _places;

    internal ImportResult(ImportReader<T> reader, List<ImportRow<T>> rows, IReadOnlyDictionary<ImportColumn, int> places)
    {
        _places = places;
        Rows = rows;
        SheetName = reader.SheetName;
        Headers = reader.Headers;
        IgnoredHeaders = reader.IgnoredHeaders;
        Notes = [.. reader.Notes];
        (HiddenRows, BlankRows) = (reader.HiddenRows, reader.BlankRows);
    }

    /// <inheritdoc cref="ImportReader{T}.SheetName"/>
    public string SheetName { get; }

    /// <inheritdoc cref="ImportReader{T}.Headers"/>
    public IReadOnlyList<string> Headers { get; }

    /// <inheritdoc cref="ImportReader{T}.IgnoredHeaders"/>
    public IReadOnlyList<string> IgnoredHeaders { get; }

    /// <inheritdoc cref="ImportReader{T}.Notes"/>
    public IReadOnlyList<string> Notes { get; }

    /// <inheritdoc cref="ImportReader{T}.HiddenRows"/>
    public int HiddenRows { get; }

    /// <inheritdoc cref="ImportReader{T}.BlankRows"/>
    public int BlankRows { get; }

    /// <summary>Good and bad rows in the order of the file.</summary>
    public IReadOnlyList<ImportRow<T>> Rows { get; }

    /// <summary>The rows without an error.</summary>
    public IEnumerable<ImportRow<T>> Valid => Rows.Where(row => row.IsValid);

    /// <summary>The rows with an error.</summary>
    public IEnumerable<ImportRow<T>> Rejected => Rows.Where(row => !row.IsValid);

    /// <summary>The cell of a column as it is in the file; blank when the file lacks the column.</summary>
    public Cell Raw(ImportRow<T> row, ImportColumn column) =>
        _places.TryGetValue(column, out var place) ? row.Cells[place] : default;
}
