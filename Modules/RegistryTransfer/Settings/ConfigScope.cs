namespace Portal.RegistryTransfer.Settings;

/// <summary>Whose rows a post may change: those of the country, or of its own province.</summary>
/// <param name="ProvinceId">Null for the country.</param>
/// <param name="Name">全国, or the province.</param>
internal sealed record ConfigScope(long? ProvinceId, string Name)
{
    public bool Owns(long? provinceId) => provinceId == ProvinceId;
}
