namespace Portal.Toolkit.Spreadsheets;

/// <summary>How one file is read.</summary>
public sealed record ImportOptions
{
    /// <summary>自动清洗: trims and mends cells; off means that such cells are errors.</summary>
    public bool Clean { get; init; }

    public SpreadsheetLimits Limits { get; init; } = SpreadsheetLimits.Default;
}
