namespace Portal.Organisation.Pages.Switches;

/// <summary>A module at a unit: what counts, why, and the unit's own setting.</summary>
public sealed record SwitchRow
{
    public required string ModuleId { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required bool IsEnabled { get; init; }

    public required string Explanation { get; init; }

    /// <summary>Name of the unit above whose lock leaves nothing to set here.</summary>
    public string? LockedAbove { get; init; }

    /// <summary><c>on</c>, <c>off</c>, or empty for inherited.</summary>
    public required string State { get; init; }

    public bool Locked { get; init; }

    public int Version { get; init; }
}
