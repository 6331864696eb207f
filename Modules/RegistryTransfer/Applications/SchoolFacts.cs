using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Applications;

/// <summary>The school that applies.</summary>
internal sealed record SchoolFacts
{
    public long UnitId { get; init; }

    public string Name { get; init; } = "";

    public Stages Stages { get; init; }

    public SchoolingSystem SchoolingSystem { get; init; }

    public long ProvinceId { get; init; }

    public string ProvinceName { get; init; } = "";

    /// <summary>The school that is open; null when the unit is no school or the school was closed.</summary>
    public static Task<SchoolFacts?> FindAsync(ReadSession data, long unitId) => data.FirstOrDefaultAsync<SchoolFacts>(
        """
        select school.unit_id, unit.name, school.stages, school.schooling_system, school.province_id, province.name as province_name
        from registrytransfer_school school
        join organisation_unit unit on unit.id = school.unit_id
        join registrytransfer_province province on province.id = school.province_id
        where school.unit_id = @unitId
          and school.status = 0
        """,
        new { unitId });
}
