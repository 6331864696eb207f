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

    public int Version { get; init; }

    /// <summary>The row with what was typed; an empty name leaves the connection as it is.</summary>
    public ProvinceRow As(string bureauName, bool isSelfBuilt) => this with { UnitName = bureauName.Length > 0 ? bureauName : UnitName, SystemType = isSelfBuilt };

    /// <summary>For the audit and for the comparison of two versions.</summary>
    public IReadOnlyList<(string Label, string Text)> Texts() => [("省级教育行政部门", UnitName), ("系统类型", SystemType ? "自建对接" : "国家系统")];
}
