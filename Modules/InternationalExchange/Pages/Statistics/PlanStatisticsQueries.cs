using System.Text.Json.Nodes;
using Portal.InternationalExchange.Planning;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Pages.Statistics;

/// <summary>年度计划 against 年度总结, unit by unit; units with a person in charge owe both (Art. 6(1), 8(2)).</summary>
internal sealed class PlanStatisticsQueries(DbDataSource source, RecordCatalog catalog, RecordTextService texts)
{
    private static readonly string[] _dead = ["rejected", "withdrawn", "cancelled"];

    public async Task<IReadOnlyList<PlanComparison>> ListAsync(StatisticsScope scope, int year, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<PlanRow>(new CommandDefinition(
            $"""
            select r.unit_id, r.kind, r.facet, r.state, json_extract(r.data, '$.items') as items
            from toolkit_record r
            where r.type = @TypeKey
              and r.kind in ('annual', 'summary')
              and r.year = @year
              and r.state not in @dead
              and {scope.Sql("r.unit_id")}
            order by r.id
            """,
            new { WorkPlanType.TypeKey, year, dead = _dead, unitIds = scope.UnitIds },
            cancellationToken: cancellationToken))).AsList();
        var owing = await connection.QueryAsync<long>(new CommandDefinition(
            $"select r.unit_id from toolkit_record r where r.type = @UnitContact and r.state = 'active' and {scope.Sql("r.unit_id")}",
            new { UnitContact = UnitContactType.TypeKey, unitIds = scope.UnitIds },
            cancellationToken: cancellationToken));
        var type = catalog.Get(WorkPlanType.TypeKey);
        return
        [
            .. rows.Select(row => (row.UnitId, row.Facet)).Concat(owing.Select(unit => (UnitId: unit, Facet: "unit"))).Distinct()
                .OrderBy(key => key.Facet, StringComparer.Ordinal).ThenBy(key => texts.UnitName(key.UnitId), StringComparer.Ordinal)
                .Select(key => Compare(key.UnitId, key.Facet)),
        ];

        PlanComparison Compare(long unitId, string facet)
        {
            var plan = rows.FirstOrDefault(row => row.UnitId == unitId && row.Facet == facet && row.Kind == "annual");
            var summary = rows.FirstOrDefault(row => row.UnitId == unitId && row.Facet == facet && row.Kind == "summary");
            return new()
            {
                UnitName = facet == "school" ? $"{texts.UnitName(unitId)}（学校计划）" : texts.UnitName(unitId),
                Plan = plan is null ? null : type.StateOf(plan.State),
                Planned = plan?.Goals.Count ?? 0,
                Summary = summary is null ? null : type.StateOf(summary.State),
                Reported = summary?.Goals.Count(goal => goal["result"] is not null) ?? 0,
                Unreported = plan is null ? 0 : plan.Goals.Select(NameOf).Except(summary?.Goals.Where(goal => goal["result"] is not null).Select(NameOf) ?? []).Count(),
            };
        }
    }

    private static string NameOf(JsonObject goal) => goal["goal"]?.ToString() ?? "";

    private sealed record PlanRow
    {
        public long UnitId { get; init; }

        public string Kind { get; init; } = "";

        public string Facet { get; init; } = "";

        public string State { get; init; } = "";

        public string? Items { get; init; }

        public IReadOnlyList<JsonObject> Goals => Items is null ? [] : [.. JsonNode.Parse(Items)!.AsArray().OfType<JsonObject>()];
    }
}

/// <summary>Plan and summary of a unit.</summary>
internal sealed record PlanComparison
{
    public required string UnitName { get; init; }

    /// <summary>Null when none was made.</summary>
    public required RecordState? Plan { get; init; }

    /// <summary>工作事项 of the plan.</summary>
    public required int Planned { get; init; }

    /// <summary>Null when none was made.</summary>
    public required RecordState? Summary { get; init; }

    /// <summary>事项 of the summary with 完成情况.</summary>
    public required int Reported { get; init; }

    /// <summary>事项 of the plan that the summary does not report by the same 目标.</summary>
    public required int Unreported { get; init; }
}
