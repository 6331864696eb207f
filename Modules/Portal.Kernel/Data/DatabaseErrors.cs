using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Portal.Data;

/// <summary>What a driver's exception means, the same for all dialects.</summary>
public static class DatabaseErrors
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;
    private const int MySqlDuplicate = 1062;
    private const int MySqlLockWait = 1205;
    private const int MySqlDeadlock = 1213;

    /// <summary>A unique index or primary key refused the row.</summary>
    public static bool IsUniqueViolation(Exception exception) => exception is SqliteException sqlite
        ? sqlite.SqliteExtendedErrorCode is SqliteUnique or SqlitePrimaryKey
        : ServerErrors(exception).Any(number => number == MySqlDuplicate);

    /// <summary>Deadlock, lock wait or busy: the whole transaction may be tried again.</summary>
    public static bool IsTransient(Exception exception) => exception is SqliteException sqlite
        ? sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked
        : ServerErrors(exception).Any(number => number is MySqlDeadlock or MySqlLockWait);

    private static IEnumerable<int> ServerErrors(Exception exception)
    {
        for (Exception? current = exception; current is not null; current = current.InnerException)
        {
            // Both MySQL drivers name the server's code so; there is no compile-time type to ask.
            if (current is DbException && current.GetType().GetProperty("Number")?.GetValue(current) is { } number)
                yield return Convert.ToInt32(number, CultureInfo.InvariantCulture);
        }
    }
}
