using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Supervision;

namespace Portal.RegistryTransfer.Schools;

/// <summary>行政区划 of a province: codes begin with the province's own, and a region exists when it, or its city, has a bureau in use.</summary>
internal sealed class ProvinceRegions(ProvinceRow province, IEnumerable<string> codes)
{
    private readonly HashSet<string> _codes = [.. codes];

    public static async Task<ProvinceRegions> ReadAsync(WriteTransaction transaction, long provinceId)
    {
        var province = await transaction.FirstOrDefaultAsync<ProvinceRow>("select id, name, gb_code from registrytransfer_province where id = @provinceId", new { provinceId });
        return new(province!, await transaction.QueryAsync<string>(
            "select region_code from registrytransfer_bureau where province_id = @provinceId and is_active = 1", new { provinceId }));
    }

    /// <summary>Why a school may not have this code; null when it may. A school that the province runs needs no bureau of its region.</summary>
    public string? FindFault(string code, UnitLevel runLevel)
    {
        if (!code.StartsWith(province.GbCode, StringComparison.Ordinal))
            return $"行政区划代码 {code} 不在{province.Name}：须以 {province.GbCode} 开头";
        return runLevel == UnitLevel.Province || BureauResolution.RegionsOf(code).Any(_codes.Contains)
            ? null
            : $"{province.Name}没有行政区划 {code} 的教育局。请核对代码；代码无误的，先在“教育局”中建立这个地区的教育局";
    }

    /// <exception cref="RefusedException">The code is of another province, or of a region without a bureau.</exception>
    public static async Task CheckAsync(WriteTransaction transaction, long provinceId, string code, UnitLevel runLevel)
    {
        if ((await ReadAsync(transaction, provinceId)).FindFault(code, runLevel) is { } fault)
            throw new RefusedException($"{fault}。", nameof(SchoolFacts.RegionCode));
    }
}
