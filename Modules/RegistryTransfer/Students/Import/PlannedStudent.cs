namespace Portal.RegistryTransfer.Students.Import;

/// <summary>What the check leaves for the import of a row.</summary>
internal sealed record PlannedStudent
{
    public StudentDraft Draft { get; init; } = new();

    /// <summary>The student's version as the check saw it; null for a new one.</summary>
    public int? Version { get; init; }
}
