namespace Portal.GraduationClearance.Roster.Import;

/// <summary>What a row of the file will save.</summary>
public sealed record PlannedFacts
{
    public required RosterStudent Student { get; init; }

    /// <summary>The row names no ID number: the stored one stays.</summary>
    public bool KeepsIdCard { get; init; }

    /// <summary>The student as the check found him; null when he is new.</summary>
    public long? StudentId { get; init; }

    /// <summary>Version that the check saw; the import refuses when it has changed since.</summary>
    public int? StudentVersion { get; init; }

    internal RosterRow ToRow(RosterCommands commands, long schemeId, RosterRow? stored)
    {
        var row = commands.ToRow(Student, schemeId);
        if (stored is null)
            return row;
        row = row with { Id = stored.Id };
        return KeepsIdCard
            ? row with { IdCardSecret = stored.IdCardSecret, IdCardHash = stored.IdCardHash, IdCardMasked = stored.IdCardMasked }
            : row;
    }
}
