using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Access;

/// <summary>应办理, 已通过, 未办理, 未通过 of the operator's steps, from the tally.</summary>
public sealed class CounterQueries(DbDataSource source)
{
    public async Task<IReadOnlyList<StepCounters>> ListAsync(IReadOnlyList<OperatorStep> steps, CancellationToken cancellationToken)
    {
        if (steps.Count == 0)
            return [];
        var reach = steps.Select(step => step.Reach).Aggregate((left, right) => left.Union(right));
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var cells = (await connection.QueryAsync<TallyCell>(new CommandDefinition(
            $"""
            select step_id, department_id, status, total
            from graduationclearance_tally
            where step_id in @steps and {reach.Sql("department_id")}
            """,
            reach.With(new { steps = steps.Select(step => step.Id) }),
            cancellationToken: cancellationToken))).ToLookup(cell => cell.StepId);
        return
        [
            .. steps.Select(step => new StepCounters(
                step,
                Count(step, StepStatus.Passed),
                Count(step, StepStatus.Pending),
                Count(step, StepStatus.Failed))),
        ];

        int Count(OperatorStep step, StepStatus status) =>
            cells[step.Id].Where(cell => cell.Status == status && step.Reach.Contains(cell.DepartmentId)).Sum(cell => cell.Total);
    }

    private sealed record TallyCell
    {
        public long StepId { get; init; }

        public long DepartmentId { get; init; }

        public StepStatus Status { get; init; }

        public int Total { get; init; }
    }
}

/// <summary>Counters of one step; due is always the sum of the other three (invariant I1).</summary>
public sealed record StepCounters(OperatorStep Step, int Passed, int Pending, int Failed)
{
    public int Due => Passed + Pending + Failed;
}
