namespace Portal.RegistryTransfer.Schools;

/// <summary>From this day on the named bureau is responsible; without a unit the general rule is.</summary>
internal sealed record SupervisorRow
{
    public DateOnly Since { get; init; }

    public long? UnitId { get; init; }

    public string Name { get; init; } = "";
}
