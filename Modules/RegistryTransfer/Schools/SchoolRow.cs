using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Schools;

/// <summary>A school as lists and forms show it; <see cref="Id"/> is its unit.</summary>
internal sealed record SchoolRow
{
    public long Id { get; init; }

    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public long ParentId { get; init; }

    public string ParentName { get; init; } = "";

    public long ProvinceId { get; init; }

    public string ProvinceName { get; init; } = "";

    public string RegionCode { get; init; } = "";

    public UnitLevel RunLevel { get; init; }

    public Stages Stages { get; init; }

    public SchoolingSystem SchoolingSystem { get; init; }

    public SchoolStatus Status { get; init; }

    public long? CustodianUnitId { get; init; }

    public string CustodianCode { get; init; } = "";

    public string CustodianName { get; init; } = "";

    public bool FourEyes { get; init; }

    public int Version { get; init; }
}
