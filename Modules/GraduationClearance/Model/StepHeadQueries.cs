namespace Portal.GraduationClearance.Model;

public sealed class StepHeadQueries(DbDataSource source)
{
    /// <summary>All steps of a scheme in their order.</summary>
    public async Task<IReadOnlyList<StepHead>> ListAsync(long schemeId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<StepHead>(new CommandDefinition(
            """
            select t.id, t.name, t.mode, t.is_required, coalesce(u.name, '') as unit_name
            from graduationclearance_step t
            left join organisation_unit u on u.id = t.unit_id
            where t.scheme_id = @schemeId
            order by t.seq, t.id
            """,
            new { schemeId },
            cancellationToken: cancellationToken))).AsList();
    }
}
