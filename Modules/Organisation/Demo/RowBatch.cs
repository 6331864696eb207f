using System.Globalization;

namespace Portal.Organisation.Demo;

/// <summary>Inserts many rows with few statements.</summary>
internal static class RowBatch
{
    // Few rows a statement suit SQLite, whose driver looks parameters up one by one; MariaDB gains little beyond.
    private const int RowsPerStatement = 50;

    /// <param name="transaction">The open transaction.</param>
    /// <param name="table">Table name, a constant.</param>
    /// <param name="columns">Column names, constants.</param>
    /// <param name="rows">Values in the order of the columns.</param>
    public static async Task InsertAsync(WriteTransaction transaction, string table, string[] columns, IEnumerable<object?[]> rows)
    {
        foreach (var chunk in rows.Chunk(RowsPerStatement))
        {
            var parameters = new DynamicParameters();
            var places = new List<string>();
            foreach (var (row, index) in chunk.Select((row, index) => (row, index)))
            {
                var names = columns.Select((_, column) => string.Create(CultureInfo.InvariantCulture, $"p{index}_{column}")).ToArray();
                for (var column = 0; column < columns.Length; column++)
                    parameters.Add(names[column], row[column]);
                places.Add($"(@{string.Join(", @", names)})");
            }

            await transaction.ExecuteAsync($"insert into {table} ({string.Join(", ", columns)}) values {string.Join(", ", places)}", parameters);
        }
    }
}
