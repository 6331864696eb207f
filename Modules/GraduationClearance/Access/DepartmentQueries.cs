namespace Portal.GraduationClearance.Access;

/// <summary>The 院系 that a filter offers: those with students of the scheme (of any without one), as far as they are in reach.</summary>
public sealed class DepartmentQueries(DbDataSource source)
{
    public async Task<IReadOnlyList<Department>> ListAsync(long? schemeId, DepartmentReach reach, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<Department>(new CommandDefinition(
            $"""
            select u.id, u.name
            from organisation_unit u
            where {reach.Sql("u.id")}
              and exists (select 1 from graduationclearance_student s where s.department_id = u.id{(schemeId is null ? "" : " and s.scheme_id = @schemeId")})
            order by u.path
            """,
            reach.With(new { schemeId }),
            cancellationToken: cancellationToken))).AsList();
    }
}

public sealed record Department
{
    public long Id { get; init; }

    public string Name { get; init; } = "";
}
