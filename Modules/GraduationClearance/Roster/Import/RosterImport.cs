namespace Portal.GraduationClearance.Roster.Import;

/// <summary>One uploaded roster file. After the import the counts say what was done, before it what would be.</summary>
public sealed record RosterImport
{
    public long Id { get; init; }

    public long SchemeId { get; init; }

    public string SchemeName { get; init; } = "";

    public bool Clean { get; init; }

    public string FileName { get; init; } = "";

    public string SheetName { get; init; } = "";

    /// <summary>JSON list of the file's headers.</summary>
    public string Headers { get; init; } = "[]";

    public string Note { get; init; } = "";

    public RosterImportState State { get; init; }

    public string Message { get; init; } = "";

    public int Total { get; init; }

    public int Additions { get; init; }

    public int Changes { get; init; }

    public int Unchanged { get; init; }

    public int Rejected { get; init; }

    public int Warned { get; init; }

    public int SkippedHidden { get; init; }

    public int Blank { get; init; }

    public long? JobId { get; init; }

    public long PersonId { get; init; }

    public string PersonName { get; init; } = "";

    public DateTime At { get; init; }

    public DateTime? AppliedAt { get; init; }

    public int Version { get; init; }
}

/// <summary>A row of the file as stored.</summary>
public sealed record RosterImportRow
{
    public int RowNo { get; init; }

    public long? StudentId { get; init; }

    public int? StudentVersion { get; init; }

    public string StudentNo { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>Encrypted: the facts to be saved, or the cells of a rejected row. Deleted once the row is applied, or after 30 days.</summary>
    public string? Secret { get; init; }

    public RosterOutcome Outcome { get; init; }

    public string Field { get; init; } = "";

    /// <summary>Why it is rejected, or what changes.</summary>
    public string Message { get; init; } = "";

    public string Warning { get; init; } = "";
}
