namespace Portal.Toolkit.Records.Imports;

/// <summary>A row of the file: what was typed, by the names that forms use.</summary>
internal sealed record RecordLine(IReadOnlyDictionary<string, string> Typed);

/// <summary>What the check leaves for the import of a row.</summary>
internal sealed record PlannedRecord
{
    public RecordRow Common { get; init; } = new();

    /// <summary>The values as JSON, as the writer takes them.</summary>
    public string Values { get; init; } = "{}";
}

/// <summary>The unit that the records will belong to.</summary>
internal sealed record RecordImportChoice(long UnitId);
