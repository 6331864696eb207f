namespace Portal.GraduationClearance.Access;

/// <summary>A unit stays while students, steps or grants of the leaving system belong to it.</summary>
public sealed class UnitUseQueries(DbDataSource source) : IUnitUse
{
    public async Task<string?> DescribeAsync(long unitId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var students = await CountAsync("select count(*) from graduationclearance_student where department_id = @unitId");
        if (students > 0)
            return $"离校名单有 {students} 人";
        var steps = await CountAsync(
            """
            select (select count(*) from graduationclearance_step where unit_id = @unitId)
                 + (select count(*) from graduationclearance_step_grant where unit_id = @unitId)
            """);
        return steps > 0 ? "离校环节或授权在用" : null;

        Task<long> CountAsync(string sql) => connection.ExecuteScalarAsync<long>(new CommandDefinition(sql, new { unitId }, cancellationToken: cancellationToken));
    }
}
