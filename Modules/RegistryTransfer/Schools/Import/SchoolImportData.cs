namespace Portal.RegistryTransfer.Schools.Import;

/// <summary>What rows of a school file are compared with.</summary>
internal sealed class SchoolImportData
{
    private readonly ScopeService _scope;
    private readonly long _ownId;
    private readonly IReadOnlyList<BureauRow> _bureaus;
    private readonly HashSet<(long ParentId, string Name)> _names;

    private SchoolImportData(
        ScopeService scope, long ownId, IReadOnlyList<BureauRow> bureaus, Dictionary<string, SchoolRow> schools, HashSet<(long, string)> names, ProvinceRegions regions) =>
        (_scope, _ownId, _bureaus, Schools, _names, Regions) = (scope, ownId, bureaus, schools, names, regions);

    /// <summary>Of the importing bureau's province.</summary>
    public ProvinceRegions Regions { get; }

    /// <summary>Schools of the file by code, of whatever region.</summary>
    public Dictionary<string, SchoolRow> Schools { get; }

    public static async Task<SchoolImportData> ReadAsync(WriteTransaction transaction, ScopeService scope, long bureauId, IReadOnlyCollection<string> codes)
    {
        var bureaus = await transaction.QueryAsync<BureauRow>(
            """
            select bureau.unit_id as id, unit.name, bureau.province_id
            from registrytransfer_bureau bureau
            join organisation_unit unit on unit.id = bureau.unit_id
            join organisation_unit top on top.id = @bureauId
            where bureau.is_active = 1 and unit.path >= top.path and unit.path < @To and instr(unit.path, top.path) = 1
            """,
            new { bureauId, scope.To });
        var schools = await transaction.QueryAsync<SchoolRow>(
            """
            select school.unit_id as id, school.code, unit.name, unit.parent_id, school.region_code, school.run_level, school.stages, school.schooling_system,
                   school.status, coalesce(custodian.code, '') as custodian_code, school.four_eyes, school.version
            from registrytransfer_school school
            join organisation_unit unit on unit.id = school.unit_id
            left join registrytransfer_school custodian on custodian.unit_id = school.custodian_unit_id
            where school.code in @codes
            """,
            new { codes });
        var names = await transaction.QueryAsync<Unit>(
            "select id, parent_id, name, kind, path from organisation_unit where parent_id in @parents",
            new { parents = bureaus.Select(bureau => bureau.Id).Concat(schools.Select(school => school.ParentId)).Distinct() });
        var province = await transaction.ScalarAsync<long>("select province_id from registrytransfer_bureau where unit_id = @bureauId", new { bureauId });
        return new(
            scope,
            bureauId,
            bureaus,
            schools.ToDictionary(school => school.Code),
            [.. names.Select(unit => (unit.ParentId!.Value, unit.Name))],
            await ProvinceRegions.ReadAsync(transaction, province));
    }

    public bool IsInReach(SchoolRow school) => _scope.Covers(school.Id);

    public bool HasName(long parentId, string name) => _names.Contains((parentId, name));

    public long ProvinceOf(long bureauId) => _bureaus.First(bureau => bureau.Id == bureauId).ProvinceId;

    /// <summary>The bureau of that name; null when there is none or more than one.</summary>
    public long? BureauOf(string name)
    {
        if (name.Length == 0)
            return _ownId;
        BureauRow[] found = [.. _bureaus.Where(bureau => bureau.Name == name)];
        return found is [var single] ? single.Id : null;
    }
}
