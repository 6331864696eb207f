using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Portal.Data;

/// <summary>Many rows in few statements, at the size each engine is fastest with.</summary>
internal static class BulkInsert
{
    private const long MostBytes = 2 * 1024 * 1024;

    public static async Task RunAsync(
        DbTransaction transaction, SqlDialect dialect, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        // SQLite looks parameters up one by one, so long statements are slow there; a server wants few round trips.
        var rowsPerStatement = dialect == SqlDialect.Sqlite ? 8 : Math.Max(1, 4000 / columns.Count);
        DbCommand? command = null;
        try
        {
            foreach (var chunk in Chunks(rows, rowsPerStatement))
            {
                if (command is null || command.Parameters.Count != chunk.Count * columns.Count)
                {
                    if (command is not null)
                        await command.DisposeAsync();
                    command = Prepare(transaction, table, columns, chunk.Count);
                }

                for (var row = 0; row < chunk.Count; row++)
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

    // A server refuses a statement that is longer than its packet, so long texts and files end a chunk early.
    private static IEnumerable<List<object?[]>> Chunks(IEnumerable<object?[]> rows, int rowsPerStatement)
    {
        var chunk = new List<object?[]>();
        var size = 0L;
        foreach (var row in rows)
        {
            var added = row.Sum(Size);
            if (chunk.Count > 0 && (chunk.Count == rowsPerStatement || size + added > MostBytes))
            {
                yield return chunk;
                chunk = [];
                size = 0;
            }

            chunk.Add(row);
            size += added;
        }

        if (chunk.Count > 0)
            yield return chunk;
    }

    private static long Size(object? value) => value switch
    {
        string text => Encoding.UTF8.GetByteCount(text),
        byte[] bytes => bytes.Length,
        _ => 0,
    };

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
