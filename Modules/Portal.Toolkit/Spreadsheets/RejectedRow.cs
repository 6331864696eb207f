namespace Portal.Toolkit.Spreadsheets;

/// <summary>A row for <see cref="ErrorWorkbook"/>.</summary>
public sealed record RejectedRow
{
    /// <summary>The row number in the file that was rejected.</summary>
    public required int RowNumber { get; init; }

    /// <summary>The cells as they were, in the order of the headers.</summary>
    public required IReadOnlyList<Cell> Cells { get; init; }

    /// <summary>Text for the user.</summary>
    public required string Reason { get; init; }
}
