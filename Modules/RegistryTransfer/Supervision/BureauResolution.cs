using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Supervision;

/// <summary>所属教育局 of domain §4.6, from what was read. There is an answer or there is none, never a guess.</summary>
internal static class BureauResolution
{
    /// <param name="school">The school as it stands.</param>
    /// <param name="ruleLevel">Level of the supervision rule for province, stage and run level; null without one.</param>
    /// <param name="candidates">Active bureaus of the province: its own, and those of the school's city and district.</param>
    public static long? Resolve(SupervisedSchool school, UnitLevel? ruleLevel, IReadOnlyCollection<BureauCandidate> candidates)
    {
        // No rule takes a school that the province runs from the province.
        var level = school.RunLevel == UnitLevel.Province ? UnitLevel.Province : ruleLevel ?? school.RunLevel;
        return level switch
        {
            UnitLevel.Province => candidates.FirstOrDefault(bureau => bureau.Level == UnitLevel.Province && bureau.UnitId == school.ProvinceUnitId)?.UnitId,
            UnitLevel.City => City(school.RegionCode, candidates),
            _ => District(school.RegionCode, candidates),
        };
    }

    /// <summary>Region codes whose bureaus may be the answer: the school's own and the one of its city.</summary>
    public static string[] RegionsOf(string regionCode) => [regionCode, CityCode(regionCode)];

    // A city without districts has no bureau of that level, so its own takes the school; a municipality has districts and no city.
    private static long? District(string region, IReadOnlyCollection<BureauCandidate> candidates)
    {
        BureauCandidate[] found = [.. candidates.Where(bureau => bureau.Level == UnitLevel.District && bureau.RegionCode == region)];
        return found.Length == 0 ? City(region, candidates) : Only(found);
    }

    private static long? City(string region, IReadOnlyCollection<BureauCandidate> candidates)
    {
        BureauCandidate[] found = [.. candidates.Where(bureau => bureau.Level == UnitLevel.City && bureau.RegionCode == region)];
        if (found.Length == 0)
            found = [.. candidates.Where(bureau => bureau.Level == UnitLevel.City && bureau.RegionCode == CityCode(region))];
        if (found.Length == 0)
        {
            var parents = candidates.Where(bureau => bureau.Level == UnitLevel.District && bureau.RegionCode == region).Select(bureau => bureau.ParentId).ToHashSet();
            found = [.. candidates.Where(bureau => bureau.Level == UnitLevel.City && parents.Contains(bureau.UnitId))];
        }

        return Only(found);
    }

    private static long? Only(BureauCandidate[] found) => found is [var single] ? single.UnitId : null;

    private static string CityCode(string region) => region.Length == 6 ? $"{region[..4]}00" : region;
}
