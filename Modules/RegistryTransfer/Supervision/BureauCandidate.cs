using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Supervision;

/// <summary>An active bureau of the school's province that may be asked for.</summary>
internal sealed record BureauCandidate
{
    public long UnitId { get; init; }

    public long? ParentId { get; init; }

    public UnitLevel Level { get; init; }

    public string RegionCode { get; init; } = "";
}
