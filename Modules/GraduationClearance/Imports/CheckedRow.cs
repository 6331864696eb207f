namespace Portal.GraduationClearance.Imports;

/// <summary>A row of the file after its check, as it is stored.</summary>
internal sealed record CheckedRow
{
    public required int RowNo { get; init; }

    public long? StudentId { get; init; }

    /// <summary>Version of the record that the check saw; the import refuses when it has changed since.</summary>
    public int? RecordVersion { get; init; }

    public required RawRow Raw { get; init; }

    public string Name { get; init; } = "";

    public bool? IsPass { get; init; }

    public string Remark { get; init; } = "";

    public RowOutcome Outcome { get; init; }

    public string Code { get; init; } = "";

    /// <summary>The column that the reason is about.</summary>
    public string Field { get; init; } = "";

    public string Message { get; init; } = "";

    public bool IsCleaned { get; init; }
}
