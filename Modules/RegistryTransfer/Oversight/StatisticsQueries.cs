using Portal.RegistryTransfer.Schools;

namespace Portal.RegistryTransfer.Oversight;

/// <summary>业务统计: one grouped statement, answered from the indexes alone. The nation by province, everybody else by the schools below.</summary>
internal sealed class StatisticsQueries(DbDataSource source, ScopeService scope, LocalTime time, TimeProvider clock)
{
    // Status 0, 1: the receiving side's turn; 2: stopped between the sides; 3, 4: the sending side's turn; 5, 6: 调档; 10: done; 11: rejected; 12: revoked.
    private const string InCounts =
        """
        count(*) as started,
        sum(case when a.status <> 12 or a.reached_out = 1 then 1 else 0 end) as due,
        sum(case when a.reached_out = 1 or a.status in (2, 11) then 1 else 0 end) as reviewed,
        sum(case when a.status in (0, 1) and a.due_at <= @now then 1 else 0 end) as overdue,
        sum(case when a.status in (5, 6, 10) then 1 else 0 end) as archive_due,
        sum(case when a.status = 10 then 1 else 0 end) as archived
        """;

    private const string OutCounts =
        """
        count(*) as started,
        sum(case when a.reached_out = 1 and a.status <> 12 then 1 else 0 end) as due,
        sum(case when a.reached_out = 1 and a.status in (5, 6, 10, 11) then 1 else 0 end) as reviewed,
        sum(case when a.status in (3, 4) and a.due_at <= @now then 1 else 0 end) as overdue,
        sum(case when a.status in (5, 6, 10) then 1 else 0 end) as archive_due,
        sum(case when a.status = 10 then 1 else 0 end) as archived
        """;

    public bool IsNation => scope.IsNation;

    public async Task<IReadOnlyList<PlaceCount>> ListAsync(StatisticsFilter filter, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return PlaceCount.Of(await connection.QueryAsync<SideCount>(new CommandDefinition(
            $"""
            {Side("in", InCounts)}
            union all
            {Side("out", OutCounts)}
            """,
            new
            {
                filter.Kind,
                from = time.ToUtc(filter.From!.Value.ToDateTime(TimeOnly.MinValue)),
                to = time.ToUtc(filter.To!.Value.AddDays(1).ToDateTime(TimeOnly.MinValue)),
                pathFrom = scope.From,
                pathTo = scope.To,
                now = clock.GetUtcNow().UtcDateTime,
            },
            cancellationToken: cancellationToken)));
    }

    // The cross join keeps SQLite from beginning with the applications: one short range of the index for each place is what is wanted.
    private string Side(string side, string counts) => IsNation
        ? $"""
          select p.id, p.name, {(side == "in" ? 1 : 0)} as is_in, {counts}
          from registrytransfer_province p
          cross join registrytransfer_application a
          where a.{side}_province_id = p.id
            and a.started_at >= @from
            and a.started_at < @to
            and a.kind = @Kind
          group by p.id, p.name
          """
        : $"""
          select o.id, o.name, {(side == "in" ? 1 : 0)} as is_in, {counts}
          from organisation_unit o
          cross join registrytransfer_application a
          where o.path >= @pathFrom
            and o.path < @pathTo
            and a.{side}_school_id = o.id
            and a.started_at >= @from
            and a.started_at < @to
            and a.kind = @Kind
          group by o.id, o.name
          """;
}
