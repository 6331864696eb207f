using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using MySql.Data.MySqlClient;
using Portal.Data;

namespace Portal.Testing;

/// <summary>A fresh database that is dropped at the end: a SQLite file, or a schema of the MariaDB of this run.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>Value of <c>Database:Factory</c> in tests.</summary>
    public const string Factory = "MySql.Data.MySqlClient.MySqlClientFactory, MySql.Data";

    private readonly string _name;

    private TestDatabase(SqlDialect dialect, string name, string connectionString)
    {
        _name = name;
        Dialect = dialect;
        ConnectionString = connectionString;
        TypeHandlers.Register();
        Source = DataSources.Create(
            new DatabaseOptions { Provider = dialect, ConnectionString = connectionString, Factory = Factory },
            new PortalPaths(Path.GetTempPath(), "none"));
    }

    public SqlDialect Dialect { get; }

    public string ConnectionString { get; }

    /// <summary>The kernel's own data source on this database.</summary>
    public DbDataSource Source { get; }

    /// <summary>The section <c>Database</c> of a host that uses this database.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Database:Provider"] = Dialect.ToString(),
        ["Database:ConnectionString"] = ConnectionString,
        ["Database:Factory"] = Factory,
    };

    public static TestDatabase Create<TDialect>()
        where TDialect : ITestDialect => Create(TDialect.Dialect);

    public static TestDatabase Create(SqlDialect dialect)
    {
        var name = $"portal_{Guid.NewGuid():N}";
        if (dialect == SqlDialect.Sqlite)
            return new TestDatabase(dialect, name, $"Data Source={Path.Combine(Path.GetTempPath(), $"{name}.db")}");
        using var server = new MySqlConnection(MariaDbServer.ConnectionString);
        server.Execute($"create database {name} character set utf8mb4 collate utf8mb4_bin");
        return new TestDatabase(dialect, name, $"{MariaDbServer.ConnectionString};Database={name}");
    }

    public async Task<T> ScalarAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = await Source.OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<T>(sql, parameters))!;
    }

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = await Source.OpenConnectionAsync();
        return (await connection.QueryAsync<T>(sql, parameters)).AsList();
    }

    public async Task<int> ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await Source.OpenConnectionAsync();
        return await connection.ExecuteAsync(sql, parameters);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        if (Dialect == SqlDialect.Sqlite)
        {
            using var pooled = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(pooled);
            foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), $"{_name}.db*"))
                File.Delete(file);
            return;
        }

        await using var server = new MySqlConnection(MariaDbServer.ConnectionString);
        await server.ExecuteAsync($"drop database {_name}");
        await using var pool = new MySqlConnection(ConnectionString);
        MySqlConnection.ClearPool(pool);
    }
}
