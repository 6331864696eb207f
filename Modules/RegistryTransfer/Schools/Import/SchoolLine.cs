namespace Portal.RegistryTransfer.Schools.Import;

/// <summary>A row of the file.</summary>
internal sealed record SchoolLine
{
    /// <summary>Name of the bureau right above; empty for the importing one.</summary>
    public string Bureau { get; init; } = "";

    public SchoolFacts Facts { get; init; } = new();
}

/// <summary>What the check leaves for the import of a row.</summary>
internal sealed record PlannedSchool
{
    public SchoolFacts Facts { get; init; } = new();

    /// <summary>The bureau of a new school.</summary>
    public long BureauId { get; init; }

    public long? SchoolId { get; init; }

    /// <summary>The school's version as the check saw it.</summary>
    public int? Version { get; init; }
}

/// <summary>The bureau that imports.</summary>
internal sealed record SchoolImportChoice(long BureauId);
