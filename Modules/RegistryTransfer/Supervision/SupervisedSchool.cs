using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Supervision;

/// <summary>What decides which bureau a school belongs to.</summary>
internal sealed record SupervisedSchool
{
    public long ProvinceId { get; init; }

    public string RegionCode { get; init; } = "";

    public UnitLevel RunLevel { get; init; }

    /// <summary>The bureau connected to the province as its 省级教育行政部门.</summary>
    public long? ProvinceUnitId { get; init; }
}
