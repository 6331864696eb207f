namespace Portal.Toolkit.Spreadsheets;

/// <summary>What a workbook may cost before it is refused.</summary>
public sealed record SpreadsheetLimits
{
    /// <summary>The limits of a normal import: 10 MB, 20,000 data rows.</summary>
    public static SpreadsheetLimits Default { get; } = new();

    /// <summary>Size of the file as uploaded.</summary>
    public long Bytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Size of everything inside an .xlsx, counted while it is unpacked.</summary>
    public long UnpackedBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Files inside an .xlsx.</summary>
    public int Entries { get; init; } = 1000;

    /// <summary>Worksheets, hidden ones included.</summary>
    public int Sheets { get; init; } = 64;

    /// <summary>Rows with content below the header.</summary>
    public int Rows { get; init; } = 20_000;

    /// <summary>Columns of the sheet that is read.</summary>
    public int Columns { get; init; } = 256;

    /// <summary>Reading ends after so many blank rows in a run.</summary>
    public int BlankRows { get; init; } = 5_000;
}
