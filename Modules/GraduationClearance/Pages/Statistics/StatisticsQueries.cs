using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Statistics;

/// <summary>Reads the maintained counters; their number depends on steps and colleges, not on students.</summary>
public sealed class StatisticsQueries(DbDataSource source, StepHeadQueries steps)
{
    public async Task<SchemeStatistics> ReadAsync(long schemeId, DepartmentReach reach, long? departmentId, CancellationToken cancellationToken)
    {
        var heads = await steps.ListAsync(schemeId, cancellationToken);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var cells = (await connection.QueryAsync<TallyCell>(new CommandDefinition(
            $"""
            select y.step_id, y.department_id, coalesce(u.name, '') as department_name, y.status, y.total
            from graduationclearance_tally y
            join graduationclearance_step t on t.id = y.step_id
            left join organisation_unit u on u.id = y.department_id
            where t.scheme_id = @schemeId
              and {reach.Sql("y.department_id")}
              {(departmentId is null ? "" : "and y.department_id = @departmentId")}
            order by u.path, y.department_id
            """,
            reach.With(new { schemeId, departmentId }),
            cancellationToken: cancellationToken))).ToLookup(cell => cell.StepId);
        return new([.. heads.Select(step => StepStatistics.Of(step, cells[step.Id]))]);
    }
}

internal sealed record TallyCell
{
    public long StepId { get; init; }

    public long DepartmentId { get; init; }

    public string DepartmentName { get; init; } = "";

    public StepStatus Status { get; init; }

    public int Total { get; init; }
}
