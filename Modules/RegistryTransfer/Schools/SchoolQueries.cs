using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Supervision;

namespace Portal.RegistryTransfer.Schools;

/// <summary>Schools in the reach of the current post.</summary>
internal sealed class SchoolQueries(DbDataSource source, ScopeService scope)
{
    private const string Select =
        """
        select school.unit_id as id, school.code, unit.name, unit.parent_id, parent.name as parent_name, school.province_id, province.name as province_name,
               school.region_code, school.run_level, school.stages, school.schooling_system, school.status, school.custodian_unit_id,
               coalesce(custodian.code, '') as custodian_code, coalesce(keeper.name, '') as custodian_name, school.four_eyes, school.version
        from registrytransfer_school school
        join organisation_unit unit on unit.id = school.unit_id
        join organisation_unit parent on parent.id = unit.parent_id
        join registrytransfer_province province on province.id = school.province_id
        left join registrytransfer_school custodian on custodian.unit_id = school.custodian_unit_id
        left join organisation_unit keeper on keeper.id = school.custodian_unit_id
        """;

    public async Task<KeysetPage<SchoolRow>> ListAsync(SchoolFilter filter, string? after, string? before, CancellationToken cancellationToken)
    {
        var parameters = filter.Parameters(scope);
        parameters.AddDynamicParams(new { after, before, KeysetPage.Take });
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<SchoolRow>(new CommandDefinition(
            $"""
            {Select}
            where {filter.Where()}
              {(after is not null ? "and school.code > @after" : before is not null ? "and school.code < @before" : "")}
            order by school.code {(before is not null && after is null ? "desc" : "")}
            limit @Take
            """,
            parameters,
            cancellationToken: cancellationToken))).AsList();
        return KeysetPage.Of(rows, after is not null, after is null && before is not null);
    }

    /// <summary>The school if it is in reach.</summary>
    public async Task<SchoolRow?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<SchoolRow>(new CommandDefinition(
            $"{Select}\nwhere school.unit_id = @id and unit.path >= @From and unit.path < @To", new { id, scope.From, scope.To }, cancellationToken: cancellationToken));
    }

    /// <summary>所属教育局 stage by stage today; an empty name where none is configured.</summary>
    public async Task<IReadOnlyList<(Stages Stage, string Bureau)>> SupervisionAsync(SchoolRow school, DateOnly on, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var found = new List<(Stages, string)>();
        foreach (var stage in new[] { Stages.Primary, Stages.JuniorHigh, Stages.SeniorHigh }.Where(stage => school.Stages.HasFlag(stage)))
        {
            var unitId = await BureauQueries.ResolveAsync(connection, null, school.Id, stage, on, cancellationToken);
            var name = unitId is null
                ? null
                : await connection.ExecuteScalarAsync<string>(new CommandDefinition(
                    "select name from organisation_unit where id = @unitId", new { unitId }, cancellationToken: cancellationToken));
            found.Add((stage, name ?? ""));
        }

        return found;
    }

    /// <summary>Bureaus named for the school, the newest first.</summary>
    public async Task<IReadOnlyList<SupervisorRow>> SupervisorsAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<SupervisorRow>(new CommandDefinition(
            """
            select supervisor.since, supervisor.unit_id, coalesce(unit.name, '') as name
            from registrytransfer_school_supervisor supervisor
            left join organisation_unit unit on unit.id = supervisor.unit_id
            where supervisor.school_id = @id
            order by supervisor.since desc
            """,
            new { id },
            cancellationToken: cancellationToken))).AsList();
    }
}
