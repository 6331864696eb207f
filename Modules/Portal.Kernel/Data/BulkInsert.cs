using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Portal.Data;

/// <summary>Many rows in few statements, at the size each engine is fastest with.</summary>
internal static class BulkInsert
{
    public static async Task RunAsync(
        DbTransaction transaction, SqlDialect dialect, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        // SQLite looks parameters up one by one, so long statements are slow there; a server wants few round trips.
        var rowsPerStatement = dialect == SqlDialect.Sqlite ? 8 : Math.Max(1, 4000 / columns.Count);
        DbCommand? command = null;
        try
        {
            foreach (var chunk in rows.Chunk(rowsPerStatement))
            {
                if (command is null || command.Parameters.Count != chunk.Length * columns.Count)
                {
                    if (command is not null)
                        await command.DisposeAsync();
                    command = Prepare(transaction, table, columns, chunk.Length);
                }

                for (var row = 0; row < chunk.Length; row++)
                {
                    for (var column = 0; column < columns.Count; column++)
                        command.Parameters[(row * columns.Count) + column].Value = Plain(chunk[row][column]);
                }

                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
        finally
        {
            if (command is not null)
                await command.DisposeAsync();
        }
    }

    private static DbCommand Prepare(DbTransaction transaction, string table, IReadOnlyList<string> columns, int rows)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        var sql = new StringBuilder($"insert into {table} ({string.Join(", ", columns)}) values ");
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ", (");
            for (var column = 0; column < columns.Count; column++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{(row * columns.Count) + column}";
                command.Parameters.Add(parameter);
                sql.Append(column == 0 ? "" : ", ").Append(parameter.ParameterName);
            }

            sql.Append(')');
        }

        command.CommandText = sql.ToString();
        return command;
    }

    // The same forms as the type handlers give to single statements.
    private static object Plain(object? value) => value switch
    {
        null => DBNull.Value,
        bool flag => flag ? 1 : 0,
        Enum number => Convert.ToInt32(number, CultureInfo.InvariantCulture),
        DateTime time => new DateTime(time.Ticks - (time.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Unspecified),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value,
    };
}
