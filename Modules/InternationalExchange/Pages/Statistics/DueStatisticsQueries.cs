using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Pages.Statistics;

/// <summary>逾期率: how much of what fell due in a year was done late or is late still, by unit and kind. What lapsed before its day, as of a cancelled trip, never fell due.</summary>
internal sealed class DueStatisticsQueries(DbDataSource source, RecordCatalog catalog, RecordTextService texts, LocalTime local, TimeProvider clock)
{
    /// <summary>The highest rate first.</summary>
    public async Task<IReadOnlyList<DueRate>> ListAsync(StatisticsScope scope, int year, CancellationToken cancellationToken)
    {
        var types = catalog.FindBook(ExchangeBook.Id)!.Types.Where(type => type.Dues.Count > 0).ToDictionary(type => type.Key);
        if (types.Count == 0)
            return [];
        var (first, end) = (local.ToUtc(new DateTime(year, 1, 1)), local.ToUtc(new DateTime(year + 1, 1, 1)));
        var now = clock.GetUtcNow().UtcDateTime;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<DueGroup>(new CommandDefinition(
            $"""
            select due.unit_id, due.type, due.due_key, count(*) as total,
                coalesce(sum(case when due.is_open = 1 or due.done_at >= due.due_at then 1 else 0 end), 0) as late,
                coalesce(sum(due.is_open), 0) as still_open
            from toolkit_record_due due
            where due.is_open in (0, 1)
              and due.type in @types
              and due.due_at > @first
              and due.due_at <= @end
              and {scope.Sql("due.unit_id")}
            group by due.unit_id, due.type, due.due_key
            """,
            new { types = types.Keys, unitIds = scope.UnitIds, first, end = end < now ? end : now },
            cancellationToken: cancellationToken));
        return
        [
            .. from row in rows
               let type = types[row.Type]
               let due = type.Dues.FirstOrDefault(due => due.Key == row.DueKey)
               where due is { IsNotice: false }
               let rate = new DueRate(texts.UnitName(row.UnitId), $"{type.Label}：{due.Label}", row.Total, row.Late, row.StillOpen)
               orderby rate.Percent descending, rate.Late descending, rate.UnitName, rate.Label
               select rate,
        ];
    }

    private sealed record DueGroup
    {
        public long UnitId { get; init; }

        public string Type { get; init; } = "";

        public string DueKey { get; init; } = "";

        public int Total { get; init; }

        public int Late { get; init; }

        public int StillOpen { get; init; }
    }
}

/// <summary>What fell due of a unit and kind.</summary>
/// <param name="UnitName">承办单位.</param>
/// <param name="Label">Type and kind: 因公出国：出访总结.</param>
/// <param name="Total">Fell due so far.</param>
/// <param name="Late">Of these, done late or not yet.</param>
/// <param name="Open">Of these, not done yet.</param>
internal sealed record DueRate(string UnitName, string Label, int Total, int Late, int Open)
{
    /// <summary>Cut to one decimal.</summary>
    public decimal Percent => Total == 0 ? 0 : Math.Floor(1000m * Late / Total) / 10;

    public static IReadOnlyList<DueRate> ByUnit(IEnumerable<DueRate> rates) =>
    [
        .. rates.GroupBy(rate => rate.UnitName).Select(unit => new DueRate(unit.Key, "", unit.Sum(rate => rate.Total), unit.Sum(rate => rate.Late), unit.Sum(rate => rate.Open)))
            .OrderByDescending(rate => rate.Percent).ThenByDescending(rate => rate.Late).ThenBy(rate => rate.UnitName, StringComparer.Ordinal),
    ];
}
