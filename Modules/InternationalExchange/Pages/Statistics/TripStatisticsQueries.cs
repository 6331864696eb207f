using Portal.InternationalExchange.Rules;
using Portal.InternationalExchange.Trips;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Pages.Statistics;

/// <summary>Persons and person-days of staff trips. The database adds up; what comes back grows with units and countries, not with trips.</summary>
internal sealed class TripStatisticsQueries(DbDataSource source, SqlDialect dialect, RecordTextService texts)
{
    /// <summary>Years of the comparison.</summary>
    public const int Years = 5;

    public async Task<TripStatistics> ReadAsync(StatisticsScope scope, int year, CancellationToken cancellationToken)
    {
        var departed = RecordSql.Text(dialect, "r", "actualDepartOn");
        var returned = $"coalesce({RecordSql.Text(dialect, "r", "actualReturnOn")}, {RecordSql.Text(dialect, "r", "returnOn")})";
        var persons = RecordSql.Count(dialect, "r", "members");
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var groups = (await connection.QueryAsync<TripGroup>(new CommandDefinition(
            $"""
            select r.unit_id, substr({departed}, 1, 4) as depart_year, json_extract(r.data, '$.countries') as country_list,
                count(*) as trips, sum({persons}) as persons, sum({persons} * ({RecordSql.Days(dialect, departed, returned)})) as person_days
            from toolkit_record r
            where r.type = @TypeKey
              and r.start_on >= @planned
              and r.start_on < @end
              and {departed} >= @first
              and {departed} < @last
              and {scope.Sql("r.unit_id")}
            group by r.unit_id, substr({departed}, 1, 4), json_extract(r.data, '$.countries')
            """,
            new
            {
                StaffTripType.TypeKey,
                unitIds = scope.UnitIds,
                first = new DateOnly(year - Years + 1, 1, 1),
                last = new DateOnly(year + 1, 1, 1),

                // A trip that was put off leaves up to a year after the day it was planned for.
                planned = new DateOnly(year - Years, 1, 1),
                end = new DateOnly(year + 2, 1, 1),
            },
            cancellationToken: cancellationToken))).AsList();
        return TripStatistics.Of(year, Years, groups, texts.UnitName, Countries.NameOf);
    }
}
