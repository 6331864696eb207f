using Dapper;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Records.Lists;

/// <summary>
/// The statement that picks the ids of a page, newest first. Each way in which a post reaches records is a part of its own that one index answers, so that
/// neither the office that reads all nor the college that reads a hundredth looks through the others' records.
/// </summary>
internal sealed class RecordIds
{
    private readonly RecordReach _reach;
    private readonly bool _backwards;
    private readonly string _filter;
    private readonly string _order;

    public RecordIds(RecordType type, RecordReach reach, RecordFilter filter, long personId, long? after, long? before, int take)
    {
        _reach = reach;
        _backwards = before is not null && after is null;
        var text = filter.Text?.Trim() ?? "";
        var (from, to) = Numbers(type, text);
        List<string> conditions =
        [
            .. Given(filter.State, "r.state = @State"),
            .. Given(filter.Kind, "r.kind = @Kind"),
            .. Given(filter.UnitId, "r.unit_id = @UnitId"),
            .. Given(filter.Year, "r.year = @Year"),
            .. Given(filter.Region, "r.region = @Region"),
            .. filter.Mine ? ["r.owner_id = @personId"] : Array.Empty<string>(),
            .. from is not null ? [from == to ? "r.no = @from" : "r.no >= @from and r.no < @to"] : Given(text, "instr(r.title, @text) > 0"),
        ];
        _filter = string.Concat(conditions.Select(condition => $"\n  and {condition}"));

        // The index of numbers finds a few by their beginning; the order of ids would look through all.
        _order = from is null ? "" : "+";
        Parameters = new DynamicParameters(new
        {
            type = type.Key, filter.State, filter.Kind, filter.UnitId, filter.Year, filter.Region, text, from, to, personId,
            after, before, take, unitIds = reach.UnitIds, allFacets = reach.AllFacets ?? [], unitFacets = reach.UnitFacets ?? [],
        });
        Sql = reach.AllFacets is null ? Part("r.type = @type", after) : string.Join("\nunion\n", Parts(after).Select((part, index) => $"select id from (\n{part}\n) part{index}"));
    }

    /// <summary>The whole number, when it is all that the filter asks for.</summary>
    public static string? NumberOf(RecordType type, RecordFilter filter) =>
        Numbers(type, filter.Text?.Trim() ?? "") is ({ } number, { } to) && number == to && filter == new RecordFilter { Text = filter.Text } ? number : null;

    public string Sql { get; }

    public DynamicParameters Parameters { get; }

    private IEnumerable<string> Parts(long? after)
    {
        if (_reach.AllFacets!.Count > 0)
            yield return Part("r.type = @type and r.facet in @allFacets", after);
        if (_reach.UnitIds.Count > 0)
            yield return UnitPart(after);
        if (_reach.PersonId is not null)
        {
            yield return Part("r.owner_id = @personId and r.type = @type", after);
            yield return Part("r.person_id = @personId and r.type = @type", after);
        }
    }

    private string Part(string reach, long? after) =>
        $"""
        select r.id
        from toolkit_record r
        where {reach}{_filter}
          {Key("r.id", after)}
        order by {_order}r.id {(_backwards ? "" : "desc")}
        limit @take
        """;

    private string UnitPart(long? after)
    {
        var facets = _reach.UnitFacets is null ? "" : "\n  and r.facet in @unitFacets";
        // A unit can have several roles in a record; grouped, unlike distinct, the rows are still read in the order of the key.
        var join = _filter.Length + facets.Length == 0 ? "" : "join toolkit_record r on r.id = u.record_id";
        return $"""
            select u.record_id as id
            from toolkit_record_unit u
            {join}
            where u.type = @type
              and u.unit_id in @unitIds{facets}{_filter}
              {Key("u.record_id", after)}
            group by u.record_id
            order by u.record_id {(_backwards ? "" : "desc")}
            limit @take
            """;
    }

    private string Key(string column, long? after) => after is not null ? $"and {column} < @after" : _backwards ? $"and {column} > @before" : "";

    // HY-2026 finds HY-2026-0001 and all others of that year; the bare prefix may as well begin a title.
    private static (string? From, string? To) Numbers(RecordType type, string text)
    {
        var number = CellText.Narrow(text).ToUpperInvariant();
        if (!number.StartsWith($"{type.Prefix}-", StringComparison.OrdinalIgnoreCase))
            return (null, null);
        number = type.Prefix + number[type.Prefix.Length..];
        return number.Count(letter => letter == '-') > 1 && number[(number.LastIndexOf('-') + 1)..].Length >= 4 ? (number, number) : (number, $"{number}\u007f");
    }

    private static string[] Given(object? value, string condition) => value is null or "" || (value is string text && string.IsNullOrWhiteSpace(text)) ? [] : [condition];
}
