namespace Portal.RegistryTransfer.Schools;

/// <summary>省级单位: one of the 32 of the ministry's list.</summary>
internal sealed record ProvinceRow
{
    public long Id { get; init; }

    public string Name { get; init; } = "";

    public string GbCode { get; init; } = "";

    /// <summary>系统类型: 自建对接 where true, else 国家系统.</summary>
    public bool SystemType { get; init; }

    public long? UnitId { get; init; }

    public string UnitName { get; init; } = "";

    public int Schools { get; init; }
}
