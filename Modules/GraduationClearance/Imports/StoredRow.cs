namespace Portal.GraduationClearance.Imports;

/// <summary>A row of an import as its page and its workbook show it.</summary>
public sealed record StoredRow
{
    public int RowNo { get; init; }

    /// <summary>The row as uploaded, encrypted; null once it is purged.</summary>
    public string? RawSecret { get; init; }

    public string Name { get; init; } = "";

    public bool? Result { get; init; }

    public string Remark { get; init; } = "";

    public RowOutcome Outcome { get; init; }

    public string Code { get; init; } = "";

    public string Field { get; init; } = "";

    public string Message { get; init; } = "";

    public bool Cleaned { get; init; }

    public string? StudentNo { get; init; }

    public string? StudentName { get; init; }
}
