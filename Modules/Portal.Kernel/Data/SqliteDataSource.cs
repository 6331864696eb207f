using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Portal.Data;

/// <summary>Sets the pragmas of each physical connection once; the pool hands it out again as it was left.</summary>
internal sealed class SqliteDataSource(string connectionString) : DbDataSource
{
    private const string Pragmas = "pragma busy_timeout=10000; pragma synchronous=normal; pragma foreign_keys=on; pragma cache_size=-16000;";

    // Keyed by the native handle, which lives as long as the pooled connection; compiling four pragmas costs more than a short query.
    private readonly ConditionalWeakTable<SQLitePCL.sqlite3, object> _configured = [];

    static SqliteDataSource()
    {
        // The system's engine is newer than the bundled one, which stays the fallback.
        NativeLibrary.SetDllImportResolver(
            typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly,
            (name, _, _) => name == "e_sqlite3" && NativeLibrary.TryLoad("libsqlite3.so.0", out var handle) ? handle : 0);
        SQLitePCL.raw.SetProvider(new SQLitePCL.SQLite3Provider_e_sqlite3());
    }

    public override string ConnectionString => connectionString;

    public static SqliteDataSource Create(string connectionString, string dataDirectory)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            Directory.CreateDirectory(dataDirectory);
            connectionString = $"Data Source={Path.Combine(dataDirectory, "portal.db")}";
        }

        var source = new SqliteDataSource(connectionString);
        using var connection = source.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma journal_mode=wal";
        command.ExecuteNonQuery();
        return source;
    }

    protected override DbConnection CreateDbConnection() => new SqliteConnection(connectionString);

    protected override DbConnection OpenDbConnection()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        if (_configured.TryAdd(connection.Handle!, this))
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        return connection;
    }

    protected override ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(OpenDbConnection());
    }
}
