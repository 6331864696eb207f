namespace Portal.Toolkit.Spreadsheets;

/// <summary>What a column made of a cell: a value, no value (the cell is blank), or an error.</summary>
/// <remarks>A value and an <see cref="ImportError"/> convert implicitly, so a parse method just returns either.</remarks>
public readonly struct CellResult<TValue>
    where TValue : notnull
{
    internal CellResult(bool hasValue, TValue value, bool cleaned, ImportError? error) =>
        (HasValue, Value, IsCleaned, Error) = (hasValue, value, cleaned, error);

    public bool HasValue { get; }

    public TValue Value { get; }

    /// <summary>Whether the value differs from what the cell holds because it was cleaned.</summary>
    public bool IsCleaned { get; }

    public ImportError? Error { get; }

    public static implicit operator CellResult<TValue>(TValue value) => new(true, value, false, null);

    public static implicit operator CellResult<TValue>(ImportError error) => new(false, default!, false, error);
}

/// <summary>Makes a <see cref="CellResult{TValue}"/> that was cleaned.</summary>
public static class CellResult
{
    /// <summary>A value, marked as cleaned or not.</summary>
    public static CellResult<TValue> Of<TValue>(TValue value, bool cleaned)
        where TValue : notnull => new(true, value, cleaned, null);
}
