using Portal.RegistryTransfer.Reviewing;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Schools;
using Portal.Toolkit.Calendar;

namespace Portal.RegistryTransfer.Oversight;

/// <summary>How long each 环节 takes, over all decided steps of the applications counted.</summary>
internal sealed class StepTimeQueries(DbDataSource source, ScopeService scope, IWorkCalendar calendar, LocalTime time)
{
    /// <summary>The nation's steps are read for so many months at the end of the range.</summary>
    public const int NationMonths = 3;

    /// <summary>The first day of what is read.</summary>
    public DateOnly FirstDay(StatisticsFilter filter) =>
        scope.IsNation && filter.To!.Value.AddMonths(-NationMonths).AddDays(1) is var first && first > filter.From ? first : filter.From!.Value;

    /// <summary>In the order of the flow; steps nobody has decided are left out.</summary>
    public async Task<IReadOnlyList<StepTime>> ListAsync(StatisticsFilter filter, CancellationToken cancellationToken)
    {
        var days = await calendar.GetAsync(cancellationToken);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var lengths = (await connection.QueryAsync<StepLength>(new CommandDefinition(
            $"""
            select s.step_key, substr(s.entered_at, 1, 10) as entered_on, substr(s.entered_at, 12, 2) >= '16' as entered_late,
                   substr(s.acted_at, 1, 10) as acted_on, substr(s.acted_at, 12, 2) >= '16' as acted_late, count(*) as steps
            from ({(scope.IsNation ? Nation : $"{OfSchools("in")} union all {OfSchools("out")}")}) x
            join toolkit_review_step s on s.review_id = x.review_id
            where s.acted_at is not null
              and s.superseded = 0
            group by s.step_key, substr(s.entered_at, 1, 10), substr(s.entered_at, 12, 2) >= '16', substr(s.acted_at, 1, 10), substr(s.acted_at, 12, 2) >= '16'
            """,
            new
            {
                filter.Kind,
                from = time.ToUtc(FirstDay(filter).ToDateTime(TimeOnly.MinValue)),
                to = time.ToUtc(filter.To!.Value.AddDays(1).ToDateTime(TimeOnly.MinValue)),
                pathFrom = scope.From,
                pathTo = scope.To,
            },
            cancellationToken: cancellationToken))).ToLookup(length => length.StepKey);
        var route = filter.Kind == ApplicationKind.Transfer ? ApplicationRoutes.Transfer : ApplicationRoutes.PostGraduation;
        var between = new WorkingDaysBetween(days);
        return
        [
            .. route.Steps.Where(step => lengths.Contains(step.Key))
                .Select(step => StepTime.Of(step.Key, step.Label, [.. lengths[step.Key].Select(length => (between.Count(length.Entered, length.Acted), length.Steps))])),
        ];
    }

    private const string Nation =
        """
        select a.review_id
        from registrytransfer_application a
        where a.started_at >= @from
          and a.started_at < @to
          and a.kind = @Kind
        """;

    private static string OfSchools(string side) =>
        $"""
        select a.review_id
        from organisation_unit o
        cross join registrytransfer_application a
        where o.path >= @pathFrom
          and o.path < @pathTo
          and a.{side}_school_id = o.id
          and a.started_at >= @from
          and a.started_at < @to
          and a.kind = @Kind
        """;
}
