using Portal.InternationalExchange.Agreements;
using Portal.InternationalExchange.Outbound;
using Portal.InternationalExchange.Rules;
using Portal.InternationalExchange.Students;

namespace Portal.InternationalExchange.Pages.Statistics;

/// <summary>Students who went abroad and who came, by year and country.</summary>
internal sealed class StudentStatisticsQueries(DbDataSource source, SqlDialect dialect)
{
    public async Task<StudentStatistics> ReadAsync(StatisticsScope scope, int year, CancellationToken cancellationToken)
    {
        var first = year - TripStatisticsQueries.Years + 1;
        var departed = RecordSql.Text(dialect, "s", "actualDepart");
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<CountryYear>(new CommandDefinition(
            $"""
            select 'out' as direction, substr({departed}, 1, 4) as year, {RecordSql.Text(dialect, "p", "country")} as country, count(distinct s.id) as total
            from toolkit_record s
            left join toolkit_record_link programme on programme.from_id = s.id and programme.field = 'programme'
            left join toolkit_record_link partner on partner.from_id = programme.to_id and partner.field = 'partner'
            left join toolkit_record p on p.id = partner.to_id
            where s.type = @OutboundStudent
              and s.start_on >= @planned
              and s.start_on < @end
              and {departed} >= @first
              and {departed} < @last
              and {Scope(scope, "s")}
            group by substr({departed}, 1, 4), {RecordSql.Text(dialect, "p", "country")}
            union all
            select 'in', substr(s.start_on, 1, 4), {RecordSql.Text(dialect, "s", "nationality")}, count(*)
            from toolkit_record s
            where s.type = @IntlStudent
              and s.start_on >= @first
              and s.start_on < @last
              and {Scope(scope, "s")}
            group by substr(s.start_on, 1, 4), {RecordSql.Text(dialect, "s", "nationality")}
            """,
            new
            {
                OutboundStudent = OutboundStudentType.TypeKey, IntlStudent = IntlStudentType.TypeKey, unitIds = scope.UnitIds,
                first = new DateOnly(first, 1, 1), last = new DateOnly(year + 1, 1, 1), planned = new DateOnly(first - 1, 1, 1), end = new DateOnly(year + 2, 1, 1),
            },
            cancellationToken: cancellationToken))).AsList();
        return StudentStatistics.Of(year, first, rows);
    }

    // A student from abroad belongs to 国际教育学院 and studies in a college: both count him.
    private static string Scope(StatisticsScope scope, string record) => scope.IsWhole
        ? "1 = 1"
        : $"{record}.id in (select u.record_id from toolkit_record_unit u where u.type = {record}.type and u.unit_id in @unitIds and u.role in ('own', 'partner'))";
}

/// <summary>Students of a direction, year and country.</summary>
internal sealed record CountryYear
{
    public string Direction { get; init; } = "";

    public int Year { get; init; }

    /// <summary>Null where the programme names no partner.</summary>
    public string? Country { get; init; }

    public int Total { get; init; }
}

/// <summary>Students out and in.</summary>
/// <param name="Years">All years read, the oldest first.</param>
/// <param name="Countries">Of the year; most students first.</param>
internal sealed record StudentStatistics(IReadOnlyList<ExchangeBalance> Years, IReadOnlyList<CountryStudents> Countries)
{
    public static StudentStatistics Of(int year, int first, IReadOnlyCollection<CountryYear> rows) => new(
        [.. Enumerable.Range(first, year - first + 1).Select(number => new ExchangeBalance(number, Sum(rows, "out", number), Sum(rows, "in", number)))],
        [
            .. rows.Where(row => row.Year == year).GroupBy(row => row.Country is null ? "未登记" : Toolkit.Records.Countries.NameOf(row.Country))
                .Select(country => new CountryStudents(country.Key, country.Where(row => row.Direction == "out").Sum(row => row.Total), country.Where(row => row.Direction == "in").Sum(row => row.Total)))
                .OrderByDescending(country => country.Out + country.In).ThenBy(country => country.Name, StringComparer.Ordinal),
        ]);

    private static int Sum(IEnumerable<CountryYear> rows, string direction, int year) => rows.Where(row => row.Direction == direction && row.Year == year).Sum(row => row.Total);
}

/// <summary>Students to and from a country.</summary>
internal sealed record CountryStudents(string Name, int Out, int In);
