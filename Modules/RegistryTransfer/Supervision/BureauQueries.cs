using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Supervision;

/// <summary>Which bureau is the 所属教育局 of a school (domain §4.6).</summary>
internal sealed class BureauQueries(DbDataSource source)
{
    /// <inheritdoc cref="ResolveAsync(DbConnection, DbTransaction?, long, Stages, DateOnly, CancellationToken)"/>
    public async Task<long?> ResolveAsync(long schoolId, Stages stage, DateOnly on, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await ResolveAsync(connection, null, schoolId, stage, on, cancellationToken);
    }

    /// <inheritdoc cref="ResolveAsync(DbConnection, DbTransaction?, long, Stages, DateOnly, CancellationToken)"/>
    public static Task<long?> ResolveAsync(WriteTransaction transaction, long schoolId, Stages stage, DateOnly on, CancellationToken cancellationToken) =>
        ResolveAsync(transaction.Connection, transaction.Transaction, schoolId, stage, on, cancellationToken);

    /// <summary>Unit of the bureau; null when none is configured, then the application is refused with 学校未配置学籍主管部门.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="transaction">Its transaction, when one is open.</param>
    /// <param name="schoolId">Unit of the school.</param>
    /// <param name="stage">On the receiving side the stage of the target grade, on the sending side that of the current or last grade.</param>
    /// <param name="on">The day on which the step is entered.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    public static async Task<long?> ResolveAsync(
        DbConnection connection, DbTransaction? transaction, long schoolId, Stages stage, DateOnly on, CancellationToken cancellationToken)
    {
        var chosen = await connection.QueryFirstOrDefaultAsync<Override>(Command(
            """
            select supervisor.unit_id, bureau.is_active
            from registrytransfer_school_supervisor supervisor
            left join registrytransfer_bureau bureau on bureau.unit_id = supervisor.unit_id
            where supervisor.school_id = @schoolId and supervisor.since <= @on
            order by supervisor.since desc
            limit 1
            """,
            new { schoolId, on }));
        if (chosen?.UnitId is { } unitId)
            return chosen.IsActive ? unitId : null;

        var school = await connection.QueryFirstOrDefaultAsync<SupervisedSchool>(Command(
            """
            select school.province_id, school.region_code, school.run_level, province.unit_id as province_unit_id
            from registrytransfer_school school
            join registrytransfer_province province on province.id = school.province_id
            where school.unit_id = @schoolId
            """,
            new { schoolId }));
        if (school is null)
            return null;
        var ruleLevel = await connection.QueryFirstOrDefaultAsync<UnitLevel?>(Command(
            "select level from registrytransfer_supervision_rule where province_id = @ProvinceId and stage = @stage and run_level = @RunLevel",
            new { school.ProvinceId, stage, school.RunLevel }));
        return BureauResolution.Resolve(school, ruleLevel, await CandidatesAsync());

        async Task<IReadOnlyCollection<BureauCandidate>> CandidatesAsync() => (await connection.QueryAsync<BureauCandidate>(Command(
            """
            select bureau.unit_id, unit.parent_id, bureau.level, bureau.region_code
            from registrytransfer_bureau bureau
            join organisation_unit unit on unit.id = bureau.unit_id
            where bureau.province_id = @ProvinceId and bureau.is_active = 1
                and (bureau.level <> @District or bureau.region_code in @regions)
            """,
            new { school.ProvinceId, UnitLevel.District, regions = BureauResolution.RegionsOf(school.RegionCode) }))).AsList();

        CommandDefinition Command(string sql, object parameters) => new(sql, parameters, transaction, cancellationToken: cancellationToken);
    }

    private sealed record Override
    {
        public long? UnitId { get; init; }

        public bool IsActive { get; init; }
    }
}
