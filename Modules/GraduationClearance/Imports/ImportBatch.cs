namespace Portal.GraduationClearance.Imports;

/// <summary>导入批次: one uploaded file for one step.</summary>
public sealed record ImportBatch
{
    public long Id { get; init; }

    public long SchemeId { get; init; }

    public string SchemeName { get; init; } = "";

    public long StepId { get; init; }

    public string StepName { get; init; } = "";

    public MatchBy MatchBy { get; init; }

    /// <summary>自动清洗 was ticked.</summary>
    public bool Clean { get; init; }

    public string FileName { get; init; } = "";

    public int Bytes { get; init; }

    public string SheetName { get; init; } = "";

    /// <summary>JSON list of the file's headers from left to right.</summary>
    public string Headers { get; init; } = "[]";

    /// <summary>What the user should know of the file although it was read.</summary>
    public string Note { get; init; } = "";

    public ImportState State { get; init; }

    /// <summary>Why the file or the import was refused.</summary>
    public string Message { get; init; } = "";

    /// <summary>Rows with content, hidden ones included.</summary>
    public int Total { get; init; }

    /// <summary>可导入 as the preview showed it.</summary>
    public int Importable { get; init; }

    public int Imported { get; init; }

    public int Unchanged { get; init; }

    public int Rejected { get; init; }

    public int SkippedHidden { get; init; }

    public int Blank { get; init; }

    public int Cleaned { get; init; }

    public long? JobId { get; init; }

    public long PersonId { get; init; }

    public string PersonName { get; init; } = "";

    public DateTime At { get; init; }

    public DateTime? AppliedAt { get; init; }

    public int Version { get; init; }
}
