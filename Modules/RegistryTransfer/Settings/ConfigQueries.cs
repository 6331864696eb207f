using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Rules;
using Portal.RegistryTransfer.Schools;

namespace Portal.RegistryTransfer.Settings;

/// <summary>转学设置: the rows that hold for the post's province, and the country's.</summary>
internal sealed class ConfigQueries(DbDataSource source, ScopeService scope, IUnitContext context)
{
    /// <summary>Null for a post that stands neither above all provinces nor at the bureau of one.</summary>
    public async Task<ConfigScope?> FindScopeAsync(CancellationToken cancellationToken)
    {
        if (scope.IsNation)
            return context.Has(Permissions.ConfigureNation) ? new(ConfigScope.Nation, "全国") : null;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var province = await connection.QueryFirstOrDefaultAsync<ProvinceRow>(new CommandDefinition(
            "select id, name from registrytransfer_province where unit_id = @UnitId", new { context.UnitId }, cancellationToken: cancellationToken));
        return province is null ? null : new(province.Id, province.Name);
    }

    /// <summary>A row of the own scope; null for any other.</summary>
    public async Task<TRow?> FindAsync<TRow>(ConfigScope of, long id, CancellationToken cancellationToken)
        where TRow : class, IConfigRow, new()
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<TRow>(new CommandDefinition(
            $"select id, province_id, {string.Join(", ", new TRow().Columns().Keys)}, version from {TRow.Table} where id = @id and province_id = @ProvinceId",
            new { id, of.ProvinceId },
            cancellationToken: cancellationToken));
    }

    public Task<IReadOnlyList<BusinessWindow>> WindowsAsync(ConfigScope of, CancellationToken cancellationToken) => ListAsync<BusinessWindow>(
        """
        select id, province_id, kind, grades, opens, closes, is_open, note, version
        from registrytransfer_business_window
        where province_id in (0, @ProvinceId)
        order by province_id = 0, kind, opens, id
        """,
        of,
        cancellationToken);

    public Task<IReadOnlyList<TransferRule>> RulesAsync(ConfigScope of, CancellationToken cancellationToken) => ListAsync<TransferRule>(
        """
        select id, province_id, kind, rule_key, side, stages, grades, reasons, severity, text, source, is_active, version
        from registrytransfer_transfer_rule
        where province_id in (0, @ProvinceId)
        order by province_id = 0, kind, id
        """,
        of,
        cancellationToken);

    public Task<IReadOnlyList<SupervisionRuleRow>> SupervisionAsync(ConfigScope of, CancellationToken cancellationToken) => ListAsync<SupervisionRuleRow>(
        "select id, province_id, stage, run_level, level, note, version from registrytransfer_supervision_rule where province_id = @ProvinceId order by stage, run_level", of, cancellationToken);

    public async Task<IReadOnlyList<GradeMappingRow>> MappingsAsync(ConfigScope of, CancellationToken cancellationToken) => [.. (await ListAsync<GradeMappingRow>(
        """
        select id, province_id, from_system, from_grade, to_system, to_grade, is_active, version
        from registrytransfer_grade_mapping
        where province_id in (0, @ProvinceId)
        """,
        of,
        cancellationToken)).OrderBy(row => row.ProvinceId == ConfigScope.Nation).ThenBy(row => row.FromSystem).ThenBy(row => Grade.Find(row.FromGrade)?.Order)];

    public Task<IReadOnlyList<OptionRow>> OptionsAsync(ConfigScope of, CancellationToken cancellationToken) =>
        ListAsync<OptionRow>("select name, value, note, version from registrytransfer_setting", of, cancellationToken);

    private async Task<IReadOnlyList<T>> ListAsync<T>(string sql, ConfigScope of, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<T>(new CommandDefinition(sql, of, cancellationToken: cancellationToken))).AsList();
    }
}
