namespace Portal.Toolkit.Spreadsheets;

/// <summary>The values of one row, asked for by column.</summary>
public sealed class ImportCells
{
    private readonly IReadOnlyList<ImportColumn> _columns;
    private readonly object?[] _values;

    internal ImportCells(IReadOnlyList<ImportColumn> columns, int rowNumber, bool clean)
    {
        (_columns, RowNumber, Clean) = (columns, rowNumber, clean);
        _values = new object?[columns.Count];
    }

    /// <summary>The row number as Excel shows it.</summary>
    public int RowNumber { get; }

    internal bool Clean { get; }

    internal bool IsCleaned { get; private set; }

    internal List<ImportError> Errors { get; } = [];

    /// <summary>The value of a required column.</summary>
    /// <exception cref="InvalidOperationException">The cell is blank, so the column is not required.</exception>
    public TValue Get<TValue>(ImportColumn<TValue> column)
        where TValue : notnull =>
        Find(column) is TValue value
            ? value
            : throw new InvalidOperationException($"Column {column.Header} is not required and may be blank.");

    /// <summary>The value, or <paramref name="fallback"/> when the cell is blank or the column absent.</summary>
    public TValue Get<TValue>(ImportColumn<TValue> column, TValue fallback)
        where TValue : notnull =>
        Find(column) is TValue value ? value : fallback;

    /// <summary>The value, or null when the cell is blank or the column absent.</summary>
    public TValue? OrNull<TValue>(ImportColumn<TValue> column)
        where TValue : class => (TValue?)Find(column);

    /// <summary>The value, or null when the cell is blank or the column absent.</summary>
    public TValue? ValueOrNull<TValue>(ImportColumn<TValue> column)
        where TValue : struct => (TValue?)Find(column);

    internal void Add<TValue>(int index, CellResult<TValue> result)
        where TValue : notnull
    {
        IsCleaned |= result.IsCleaned;
        if (result.HasValue)
            _values[index] = result.Value;
        else if (result.Error is { } error)
            Errors.Add(error);
    }

    private object? Find(ImportColumn column)
    {
        for (var i = 0; i < _columns.Count; i++)
        {
            if (ReferenceEquals(_columns[i], column))
                return _values[i];
        }

        throw new ArgumentException($"Column {column.Header} is not part of the plan.", nameof(column));
    }
}
