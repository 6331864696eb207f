namespace Portal.Organisation.Structure;

internal sealed record SwitchDecision(bool IsEnabled, SwitchReason Reason)
{
    /// <summary>Unit whose row decided.</summary>
    public long? UnitId { get; init; }

    public bool IsLocked { get; init; }

    /// <summary>The dependency that is off.</summary>
    public string? DependencyId { get; init; }
}

internal enum SwitchReason
{
    /// <summary>The unit does not exist, or the state could not be read.</summary>
    Unknown,
    NotLoaded,
    AlwaysEnabled,
    Default,
    Row,
    DependencyOff,
}
