using System.Data.Common;
using Dapper;
using Portal.Data;

namespace Portal.Toolkit;

/// <summary>Reads on the connection of a page or inside a write transaction, so that both ask a question with the same words.</summary>
public sealed class ReadSession
{
    private readonly DbConnection _connection;
    private readonly DbTransaction? _transaction;
    private readonly CancellationToken _cancellationToken;

    private ReadSession(DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        _connection = connection;
        _transaction = transaction;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Inside the transaction.</summary>
    public static ReadSession Of(WriteTransaction transaction) => new(transaction.Connection, transaction.Transaction, transaction.CancellationToken);

    /// <summary>On a connection of a page.</summary>
    public static ReadSession Of(DbConnection connection, CancellationToken cancellationToken) => new(connection, null, cancellationToken);

    /// <summary>All rows of a query.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null) =>
        (await _connection.QueryAsync<T>(Command(sql, parameters))).AsList();

    /// <summary>All rows of a query whose columns from <paramref name="splitOn"/> on belong to a second object or are its value.</summary>
    public async Task<IReadOnlyList<(TFirst First, TSecond Second)>> QueryAsync<TFirst, TSecond>(string sql, string splitOn, object? parameters = null) =>
        (await _connection.QueryAsync<TFirst, TSecond, (TFirst, TSecond)>(Command(sql, parameters), (first, second) => (first, second), splitOn)).AsList();

    /// <summary>The first row, or the default without one.</summary>
    public Task<T?> FirstOrDefaultAsync<T>(string sql, object? parameters = null) => _connection.QueryFirstOrDefaultAsync<T>(Command(sql, parameters));

    /// <summary>The first value of the first row.</summary>
    public Task<T> ScalarAsync<T>(string sql, object? parameters = null) => _connection.ExecuteScalarAsync<T>(Command(sql, parameters))!;

    private CommandDefinition Command(string sql, object? parameters) => new(sql, parameters, _transaction, cancellationToken: _cancellationToken);
}
