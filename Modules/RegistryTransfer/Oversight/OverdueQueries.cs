using Portal.RegistryTransfer.Schools;
using Portal.Toolkit.Calendar;

namespace Portal.RegistryTransfer.Oversight;

/// <summary>超期清单: open steps out of time among the applications the unit is involved in, the longest overdue first.</summary>
internal sealed class OverdueQueries(DbDataSource source, ScopeService scope, IUnitContext context, IWorkCalendar calendar, LocalTime time, TimeProvider clock)
{
    /// <summary>Reads behind a row named by its due time and application.</summary>
    public async Task<IReadOnlyList<OverdueRow>> ListAsync(OverdueFilter filter, DateTime? dueAfter, long idAfter, int take, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await ReadAsync(
            filter,
            dueAfter is null ? "" : "and a.due_at >= @DueAfter and (a.due_at > @DueAfter or a.id > @IdAfter)",
            "limit @Take",
            new Keys(dueAfter, idAfter, take, [], await LimitAsync(filter.EscalatedOnly, now, cancellationToken)),
            cancellationToken);
    }

    /// <summary>Those among the given applications that are in reach and still out of time.</summary>
    public async Task<IReadOnlyList<OverdueRow>> FindAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) => ids.Count == 0
        ? []
        : await ReadAsync(new OverdueFilter(), "and a.id in @Ids", "", new Keys(null, 0, 0, ids, clock.GetUtcNow().UtcDateTime), cancellationToken);

    /// <summary>How many are out of time, and how many beyond twice the time.</summary>
    public async Task<(long Overdue, long Escalated)> CountAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var twice = await LimitAsync(isEscalated: true, now, cancellationToken);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstAsync<(long, long)>(new CommandDefinition(
            $"""
            select count(*), coalesce(sum(case when a.due_at <= @twice then 1 else 0 end), 0)
            from {From}
            where a.status in (0, 1, 3, 4)
              and a.due_at <= @now
            """,
            new { now, twice, context.UnitId },
            cancellationToken: cancellationToken));
    }

    private string From => scope.IsNation
        ? "registrytransfer_application a"
        : "registrytransfer_application_unit u join registrytransfer_application a on a.id = u.application_id and u.unit_id = @UnitId and u.is_open = 1";

    private async Task<IReadOnlyList<OverdueRow>> ReadAsync(OverdueFilter filter, string behind, string limit, Keys keys, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<OverdueRow>(new CommandDefinition(
            $"""
            select a.id, a.review_id, a.number, a.kind, a.student_name, a.in_school_name, a.out_school_name, pi.name as in_province_name, po.name as out_province_name,
                   a.step_label, a.waiting_unit_id, a.waiting_unit_name, a.due_at, e.at as urged_at
            from {From}
            join toolkit_review r on r.id = a.review_id
            left join toolkit_review_event e on e.id = (
                select max(l.id) from toolkit_review_event l
                where l.review_id = r.id and l.kind = 'Urged' and l.round = r.round and l.step_no = r.step_no)
            join registrytransfer_province pi on pi.id = a.in_province_id
            join registrytransfer_province po on po.id = a.out_province_id
            where a.status in (0, 1, 3, 4)
              and a.due_at <= @DueBy
              {string.Join(' ', Conditions(filter).Select(condition => $"and {condition}"))}
              {behind}
            order by a.due_at, a.id
            {limit}
            """,
            new
            {
                filter.Kind,
                filter.ProvinceId,
                filter.SchoolId,
                from = Midnight(filter.From),
                to = Midnight(filter.To, later: 1),
                context.UnitId,
                pathFrom = scope.From,
                pathTo = scope.To,
                keys.DueAfter,
                keys.IdAfter,
                keys.Take,
                keys.Ids,
                keys.DueBy,
            },
            cancellationToken: cancellationToken))).AsList();
        return scope.IsNation ? [.. rows.Select(row => row.Masked())] : rows;
    }

    private static IEnumerable<string> Conditions(OverdueFilter filter)
    {
        if (filter.Kind is not null)
            yield return "a.kind = @Kind";
        if (filter.ProvinceId is not null)
            yield return "((a.status in (0, 1) and a.in_province_id = @ProvinceId) or (a.status in (3, 4) and a.out_province_id = @ProvinceId))";
        if (filter.SchoolId is not null)
            yield return "((a.status in (0, 1) and a.in_school_id = @SchoolId) or (a.status in (3, 4) and a.out_school_id = @SchoolId))";
        if (filter.Side is "in" or "out")
            yield return filter.Side == "in" ? "a.status in (0, 1)" : "a.status in (3, 4)";
        if (filter.From is not null)
            yield return "a.started_at >= @from";
        if (filter.To is not null)
            yield return "a.started_at < @to";
        if (filter.Waiting is "own" or "other")
            yield return $"{(filter.Waiting == "own" ? "" : "not ")}exists (select 1 from organisation_unit w where w.id = a.waiting_unit_id and w.path >= @pathFrom and w.path < @pathTo)";
    }

    private DateTime? Midnight(DateOnly? day, int later = 0) => day is { } date ? time.ToUtc((date < DateOnly.MaxValue ? date.AddDays(later) : date).ToDateTime(TimeOnly.MinValue)) : null;

    // Twice the time is over when more than ten working days lie between the last day and today.
    private async Task<DateTime> LimitAsync(bool isEscalated, DateTime now, CancellationToken cancellationToken)
    {
        if (!isEscalated)
            return now;
        var days = await calendar.GetAsync(cancellationToken);
        var last = time.Today;
        for (var over = 0; over <= OverdueRow.WorkingDays; last = last.AddDays(-1))
            over += days.IsWorkingDay(last) ? 1 : 0;
        return time.ToUtc(last.AddDays(1).ToDateTime(TimeOnly.MinValue));
    }

    private sealed record Keys(DateTime? DueAfter, long IdAfter, int Take, IReadOnlyCollection<long> Ids, DateTime DueBy);
}
