namespace Portal.RegistryTransfer.Schools;

/// <summary>教育局 in the reach of the current post.</summary>
internal sealed class BureauListQueries(DbDataSource source, ScopeService scope)
{
    private const string Select =
        """
        select bureau.unit_id as id, unit.name, unit.parent_id, coalesce(parent.name, '') as parent_name, unit.path, bureau.level, bureau.region_code,
               bureau.province_id, province.name as province_name, bureau.is_active, bureau.version
        from registrytransfer_bureau bureau
        join organisation_unit unit on unit.id = bureau.unit_id
        left join organisation_unit parent on parent.id = unit.parent_id
        join registrytransfer_province province on province.id = bureau.province_id
        """;

    /// <summary>In the order of the tree.</summary>
    public async Task<KeysetPage<BureauRow>> ListAsync(string? text, string? after, string? before, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<BureauRow>(new CommandDefinition(
            $"""
            {Select}
            where unit.path >= @From and unit.path < @To
              {(string.IsNullOrWhiteSpace(text) ? "" : "and (instr(unit.name, @text) > 0 or instr(bureau.region_code, @text) = 1)")}
              {(after is not null ? "and unit.path > @after" : before is not null ? "and unit.path < @before" : "")}
            order by unit.path {(before is not null && after is null ? "desc" : "")}
            limit @Take
            """,
            new { scope.From, scope.To, text = text?.Trim(), after, before, KeysetPage.Take },
            cancellationToken: cancellationToken))).AsList();
        return KeysetPage.Of(rows, after is not null, after is null && before is not null);
    }

    /// <summary>The bureau if it is in reach.</summary>
    public async Task<BureauRow?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<BureauRow>(new CommandDefinition(
            $"{Select}\nwhere bureau.unit_id = @id and unit.path >= @From and unit.path < @To", new { id, scope.From, scope.To }, cancellationToken: cancellationToken));
    }

    /// <summary>All active bureaus of a province, in the order of the tree.</summary>
    public async Task<IReadOnlyList<BureauRow>> OfProvinceAsync(long provinceId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<BureauRow>(new CommandDefinition(
            $"{Select}\nwhere bureau.province_id = @provinceId and bureau.is_active = 1\norder by unit.path", new { provinceId }, cancellationToken: cancellationToken))).AsList();
    }
}
