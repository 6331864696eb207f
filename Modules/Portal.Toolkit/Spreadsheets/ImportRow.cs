namespace Portal.Toolkit.Spreadsheets;

/// <summary>A row of the file, good or bad.</summary>
public sealed class ImportRow<T>
    where T : class
{
    private readonly List<ImportError> _errors;

    internal ImportRow(int rowNumber, T? value, IReadOnlyList<Cell> cells, List<ImportError> errors, bool cleaned)
    {
        (RowNumber, Value, Cells, _errors, IsCleaned) = (rowNumber, value, cells, errors, cleaned);
    }

    /// <summary>The row number as Excel shows it.</summary>
    public int RowNumber { get; }

    /// <summary>What the plan made of the row; null when there is an error.</summary>
    public T? Value { get; private set; }

    /// <summary>The cells as they are in the file, in the order of the import's headers.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>Why the row is not imported, in the order of the plan's columns.</summary>
    public IReadOnlyList<ImportError> Errors => _errors;

    /// <summary>Whether the row has no error.</summary>
    public bool IsValid => _errors.Count == 0;

    /// <summary>Whether cleaning changed a value.</summary>
    public bool IsCleaned { get; }

    /// <summary>Rejects the row for a reason found later, for instance in the database.</summary>
    public void Reject(ImportError error)
    {
        _errors.Add(error);
        Value = null;
    }
}
