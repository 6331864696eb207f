using System.Data.Common;
using Dapper;
using Portal.Modules;
using Portal.Toolkit.Records.Access;
using Portal.Units;

namespace Portal.Toolkit.Records.Dues;

/// <summary>我的到期: what is owed by a date, over all record types and modules.</summary>
public sealed class RecordDueQueries(
    DbDataSource source, RecordCatalog catalog, RecordAccess access, IModuleSwitch modules, IUnitContext context, LocalTime local, TimeProvider clock)
{
    private const string Open = "due.is_open = 1";
    private const string Order = "due.due_at, due.record_id, due.due_key";

    /// <summary>Open due dates in reach, the earliest first.</summary>
    public async Task<IReadOnlyList<RecordDueItem>> ListAsync(RecordDueFilter filter, CancellationToken cancellationToken)
    {
        if (DueScope.Of(catalog, access, modules, context, filter.All) is not { } scope)
            return [];
        var conditions = new List<string> { Open };
        var parameters = new DynamicParameters(scope.Parameters);
        Add(filter.Type, "due.type = @type", "type");
        Add(filter.From is { } from ? local.ToUtc(from.ToDateTime(TimeOnly.MinValue)) : null, "due.due_at > @from", "from");
        Add(filter.To is { } to ? local.ToUtc(to.AddDays(1).ToDateTime(TimeOnly.MinValue)) : null, "due.due_at <= @to", "to");
        if (filter.After is { } after)
        {
            conditions.Add("due.due_at >= @afterAt and (due.due_at > @afterAt or (due.record_id > @afterId or (due.record_id = @afterId and due.due_key > @afterKey)))");
            parameters.AddDynamicParams(new { afterAt = after.DueAt, afterId = after.RecordId, afterKey = after.Key });
        }

        parameters.Add("take", filter.Take);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<DueListRow>(new CommandDefinition(
            $"""
            select due.record_id, due.due_key, due.type, due.unit_id, due.due_at, record.no, record.title, record.owner_name
            from (
            {scope.Sql(conditions, $"order by {Order}\nlimit @take")}
            ) picked
            join toolkit_record_due due on due.record_id = picked.record_id and due.due_key = picked.due_key and due.due_at = picked.due_at
            join toolkit_record record on record.id = due.record_id
            order by {Order}
            limit @take
            """,
            parameters,
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => Item(row, clock.GetUtcNow().UtcDateTime)).OfType<RecordDueItem>()];

        void Add(object? value, string condition, string name)
        {
            if (value is null)
                return;
            conditions.Add(condition);
            parameters.Add(name, value);
        }
    }

    /// <summary>How many are late, and how many fall due within 30 days; in reach of the same scope.</summary>
    public async Task<RecordDueCount> CountAsync(bool all, CancellationToken cancellationToken)
    {
        if (DueScope.Of(catalog, access, modules, context, all) is not { } scope)
            return new(0, 0, 0);
        var parameters = new DynamicParameters(scope.Parameters);
        var now = clock.GetUtcNow().UtcDateTime;
        parameters.AddDynamicParams(new { now, soon = now.AddDays(30) });
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var row = await connection.QueryFirstAsync<CountRow>(new CommandDefinition(
            $"""
            select count(*) as total,
                coalesce(sum(case when due_at <= @now then 1 else 0 end), 0) as late,
                coalesce(sum(case when due_at > @now and due_at <= @soon then 1 else 0 end), 0) as soon
            from (
            {scope.Sql([Open])}
            ) picked
            """,
            parameters,
            cancellationToken: cancellationToken));
        return new((int)row.Total, (int)row.Late, (int)row.Soon);
    }

    private RecordDueItem? Item(DueListRow row, DateTime now) => catalog.Find(row.Type) is { } type && type.Dues.FirstOrDefault(due => due.Key == row.DueKey) is { } due
        ? new()
        {
            RecordId = row.RecordId,
            Key = row.DueKey,
            Label = due.Label,
            Type = type,
            No = row.No,
            Title = row.Title,
            UnitId = row.UnitId,
            OwnerName = row.OwnerName,
            DueAt = row.DueAt,
            Day = DueTimes.DayOf(row.DueAt, local),
            IsLate = row.DueAt <= now,
            DaysLeft = DueTimes.DayOf(row.DueAt, local).DayNumber - local.Today.DayNumber,
        }
        : null;

    private sealed record DueListRow
    {
        public long RecordId { get; init; }

        public string DueKey { get; init; } = "";

        public string Type { get; init; } = "";

        public long UnitId { get; init; }

        public DateTime DueAt { get; init; }

        public string No { get; init; } = "";

        public string Title { get; init; } = "";

        public string OwnerName { get; init; } = "";
    }

    private sealed record CountRow
    {
        public long Total { get; init; }

        public long Late { get; init; }

        public long Soon { get; init; }
    }
}
