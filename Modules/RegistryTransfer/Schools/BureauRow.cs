using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Schools;

/// <summary>教育行政部门; <see cref="Id"/> is its unit.</summary>
internal sealed record BureauRow
{
    public long Id { get; init; }

    public string Name { get; init; } = "";

    public long? ParentId { get; init; }

    public string ParentName { get; init; } = "";

    public string Path { get; init; } = "";

    public UnitLevel Level { get; init; }

    public string RegionCode { get; init; } = "";

    public long ProvinceId { get; init; }

    public string ProvinceName { get; init; } = "";

    public bool IsActive { get; init; }

    public int Version { get; init; }
}
