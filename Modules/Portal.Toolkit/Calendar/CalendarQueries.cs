using System.Data.Common;
using Dapper;

namespace Portal.Toolkit.Calendar;

/// <summary>The listed days, for those who look after the calendar.</summary>
public sealed class CalendarQueries(DbDataSource source)
{
    /// <summary>Counts the changes of the calendar; a change names the one it was made on.</summary>
    public async Task<long> VersionAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition("select version from toolkit_calendar_version where id = 1", cancellationToken: cancellationToken));
    }

    /// <summary>The days of a year, in order.</summary>
    public async Task<IReadOnlyList<CalendarDay>> ListAsync(int year, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<CalendarDay>(new CommandDefinition(
            """
            select day, is_working_day, name
            from toolkit_calendar_day
            where day >= @first
              and day <= @last
            order by day
            """,
            new { first = new DateOnly(year, 1, 1), last = new DateOnly(year, 12, 31) },
            cancellationToken: cancellationToken))).AsList();
    }
}
