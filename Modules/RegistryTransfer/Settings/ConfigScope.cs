namespace Portal.RegistryTransfer.Settings;

/// <summary>Whose rows a post may change: those of the country, or of its own province.</summary>
/// <param name="ProvinceId"><see cref="Nation"/> for the country.</param>
/// <param name="Name">全国, or the province.</param>
internal sealed record ConfigScope(long ProvinceId, string Name)
{
    /// <summary>Stands for the country in <c>province_id</c>: a null would not count in a unique index.</summary>
    public const long Nation = 0;

    public bool IsNation => ProvinceId == Nation;

    public bool Owns(long provinceId) => provinceId == ProvinceId;
}
