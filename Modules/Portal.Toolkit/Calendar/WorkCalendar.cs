using System.Data.Common;
using Dapper;
using Portal.Data;

namespace Portal.Toolkit.Calendar;

/// <summary>Keeps the last state read with its version; asks for the version each time, which is one key look-up.</summary>
internal sealed class WorkCalendar(DbDataSource source, LocalTime local) : IWorkCalendar
{
    private const string VersionSql = "select version from toolkit_calendar_version where id = 1";

    private Snapshot? _current;

    public async ValueTask<WorkDays> GetAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await GetAsync(connection, null, cancellationToken);
    }

    public async ValueTask<WorkDays> GetAsync(WriteTransaction transaction) =>
        await GetAsync(transaction.Connection, transaction.Transaction, transaction.CancellationToken);

    private async Task<WorkDays> GetAsync(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        var version = await connection.ExecuteScalarAsync<long>(new CommandDefinition(VersionSql, transaction: transaction, cancellationToken: cancellationToken));
        if (Volatile.Read(ref _current) is { } current && current.Version == version)
            return current.Days;
        var rows = await connection.QueryAsync<CalendarDay>(new CommandDefinition(
            "select day, is_working_day, name from toolkit_calendar_day", transaction: transaction, cancellationToken: cancellationToken));
        var days = new WorkDays(rows.ToDictionary(row => row.Day, row => row.IsWorkingDay), local);
        Volatile.Write(ref _current, new(version, days));
        return days;
    }

    private sealed record Snapshot(long Version, WorkDays Days);
}
