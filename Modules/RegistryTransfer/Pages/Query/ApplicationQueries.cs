using System.Runtime.CompilerServices;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Numbers;

namespace Portal.RegistryTransfer.Pages.Query;

/// <summary>查询: the applications a unit is involved in, newest first.</summary>
internal sealed class ApplicationQueries(DbDataSource source, LocalTime time, TimeProvider clock)
{
    private const int ExportChunk = 500;

    public async Task<KeysetPage<ApplicationRow>> ListAsync(
        ApplicationKind kind, QueryFilter filter, QueryReach reach, long? after, long? before, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = await ReadAsync(connection, kind, filter, reach, after, before, KeysetPage.Take, cancellationToken);
        return KeysetPage.Of(rows, after is not null, after is null && before is not null);
    }

    /// <summary>All rows of the filter in the order of the list, a few hundred in memory at a time.</summary>
    public async IAsyncEnumerable<ApplicationRow> StreamAsync(ApplicationKind kind, QueryFilter filter, QueryReach reach, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        for (long? after = null; ;)
        {
            var rows = await ReadAsync(connection, kind, filter, reach, after, null, ExportChunk, cancellationToken);
            foreach (var row in rows)
                yield return row;
            if (rows.Count < ExportChunk)
                yield break;
            after = rows[^1].Id;
        }
    }

    /// <summary>Open applications of the reach, and how many of them are out of time.</summary>
    public async Task<(int Open, int Overdue)> CountAsync(ApplicationKind kind, QueryReach reach, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstAsync<(int, int)>(new CommandDefinition(
            $"""
            select count(*), coalesce(sum(case when a.due_at <= @now then 1 else 0 end), 0)
            from {reach.From}
            where {reach.Condition}
              and {reach.Open}
            """,
            new { kind, unitId = reach.UnitId, now = clock.GetUtcNow().UtcDateTime },
            cancellationToken: cancellationToken));
    }

    public async Task<IReadOnlyList<(long Id, string Name)>> ListProvincesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<(long, string)>(new CommandDefinition(
            "select id, name from registrytransfer_province order by id", cancellationToken: cancellationToken))).AsList();
    }

    private async Task<List<ApplicationRow>> ReadAsync(
        DbConnection connection, ApplicationKind kind, QueryFilter filter, QueryReach reach, long? after, long? before, int take, CancellationToken cancellationToken)
    {
        var backwards = before is not null && after is null;
        return (await connection.QueryAsync<ApplicationRow>(new CommandDefinition(
            $"""
            select {ApplicationRow.Columns}
            from {reach.From}
            {ApplicationRow.Provinces}
            where {string.Join(" and ", Conditions(filter, reach))}
              {(after is not null ? $"and {reach.Key} < @after" : backwards ? $"and {reach.Key} > @before" : "")}
            order by {reach.Key} {(backwards ? "" : "desc")}
            limit @take
            """,
            Parameters(kind, filter, reach, after, before, take),
            cancellationToken: cancellationToken))).AsList();
    }

    private static IEnumerable<string> Conditions(QueryFilter filter, QueryReach reach)
    {
        yield return reach.Condition;
        if (filter.OpenOnly)
            yield return reach.Open;
        if (filter.OverdueOnly)
            yield return $"{reach.Open} and a.due_at <= @now";
        if (filter.Status is not null)
            yield return "a.status = @Status";
        if (!string.IsNullOrWhiteSpace(filter.Sought))
        {
            // By key: the unit of a province has tens of thousands of applications to look through otherwise.
            yield return $"""
                {reach.Key} in (
                    select x.id from registrytransfer_student_number n join registrytransfer_application x on x.student_id = n.student_id where n.number = @number
                    union all
                    select y.id from registrytransfer_application y where y.number = @number
                    union all
                    select z.id from registrytransfer_application z where z.student_name = @name)
                """;
        }

        if (filter.ProvinceId is not null)
            yield return reach.UnitId is null && filter.Side is ("in" or "out") ? $"a.{filter.Side}_province_id = @ProvinceId" : "(a.in_province_id = @ProvinceId or a.out_province_id = @ProvinceId)";
        if (filter.SchoolId is not null)
            yield return filter.Side is "in" or "out" ? $"a.{filter.Side}_school_id = @SchoolId" : "(a.in_school_id = @SchoolId or a.out_school_id = @SchoolId)";
        if (filter.From is not null)
            yield return "a.started_at >= @from";
        if (filter.To is not null)
            yield return "a.started_at < @to";
        if (filter.Side is "in" or "out" && reach.UnitId is not null)
            yield return $"exists (select 1 from organisation_unit o where o.id = a.{filter.Side}_school_id and o.path >= @path and o.path < @pathEnd)";
    }

    private object Parameters(ApplicationKind kind, QueryFilter filter, QueryReach reach, long? after, long? before, int take) => new
    {
        kind,
        unitId = reach.UnitId,
        path = reach.Path,
        pathEnd = reach.Path.Length > 0 ? $"{reach.Path[..^1]}0" : "",
        filter.Status,
        name = filter.Sought?.Trim(),
        number = StudentNumber.Normalize(filter.Sought),
        filter.ProvinceId,
        filter.SchoolId,
        from = filter.From is { } from ? time.ToUtc(from.ToDateTime(TimeOnly.MinValue)) : (DateTime?)null,
        to = filter.To is { } to ? time.ToUtc(to.ToDateTime(TimeOnly.MaxValue)) : (DateTime?)null,
        now = clock.GetUtcNow().UtcDateTime,
        after,
        before,
        take,
    };
}
