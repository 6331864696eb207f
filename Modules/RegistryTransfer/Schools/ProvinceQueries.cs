namespace Portal.RegistryTransfer.Schools;

internal sealed class ProvinceQueries(DbDataSource source)
{
    public async Task<IReadOnlyList<ProvinceRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<ProvinceRow>(new CommandDefinition(
            """
            select province.id, province.name, province.gb_code, province.system_type, province.unit_id, coalesce(unit.name, '') as unit_name, province.version,
                   (select count(*) from registrytransfer_school school where school.province_id = province.id) as schools
            from registrytransfer_province province
            left join organisation_unit unit on unit.id = province.unit_id
            order by province.id
            """,
            cancellationToken: cancellationToken))).AsList();
    }

    public async Task<ProvinceRow?> FindAsync(long id, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(province => province.Id == id);

    /// <summary>The province of a bureau or school; null for other units.</summary>
    public async Task<long?> OfUnitAsync(long unitId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<long?>(new CommandDefinition(
            """
            select province_id from registrytransfer_bureau where unit_id = @unitId
            union all
            select province_id from registrytransfer_school where unit_id = @unitId
            """,
            new { unitId },
            cancellationToken: cancellationToken));
    }
}
