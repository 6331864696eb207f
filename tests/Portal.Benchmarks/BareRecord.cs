using System.Data.Common;
using System.Text.Json.Nodes;
using Dapper;

namespace Portal.Benchmarks;

/// <summary>The floor of a record list: the statement somebody would write by hand for just this question, and its rows.</summary>
internal sealed record BareRecord
{
    private const string Columns = "r.id, r.no, r.title, r.unit_id, r.owner_name, r.kind, r.state, r.year, r.step_label, r.data";

    public long Id { get; init; }

    public string No { get; init; } = "";

    public string Title { get; init; } = "";

    public long UnitId { get; init; }

    public string OwnerName { get; init; } = "";

    public string Kind { get; init; } = "";

    public string State { get; init; } = "";

    public int Year { get; init; }

    public string StepLabel { get; init; } = "";

    public string Data { get; init; } = "";

    public string Country => (string)JsonNode.Parse(Data)!["country"]!;

    public static async Task<int> ReadAsync(DbDataSource source, string where, object parameters)
    {
        await using var connection = await source.OpenConnectionAsync();
        var from = where.Contains("u.", StringComparison.Ordinal) ? "toolkit_record_unit u join toolkit_record r on r.id = u.record_id" : "toolkit_record r";
        return (await connection.QueryAsync<BareRecord>($"select {Columns} from {from} where {where} order by {(from.Contains(" u ", StringComparison.Ordinal) ? "u.record_id" : "r.id")} desc limit 51", parameters)).Count(record => record.Country.Length > 0);
    }
}
