using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Schools;

/// <summary>What is said of a bureau.</summary>
internal sealed record BureauFacts(string Name, UnitLevel Level, string RegionCode, bool IsActive)
{
    public string UnitKind => Level switch
    {
        UnitLevel.Province => "省级教育行政部门",
        UnitLevel.City => "地市教育局",
        _ => "区县教育局",
    };

    public static BureauFacts Of(BureauRow row) => new(row.Name, row.Level, row.RegionCode, row.IsActive);

    /// <summary>For the audit and for the comparison of two versions.</summary>
    public IReadOnlyList<(string Label, string Text)> Texts() => [("名称", Name), ("级别", Words.Of(Level)), ("行政区划代码", RegionCode), ("状态", IsActive ? "在用" : "停用")];

    public (string Field, string Message)? FindFault() => Name.Length is 0 or > 100
        ? (nameof(Name), "名称须为 1 至 100 个字")
        : SchoolFacts.IsRegion(RegionCode) ? null : (nameof(RegionCode), "行政区划代码须为 6 位数字");
}
