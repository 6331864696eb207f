using System.Data.Common;
using Dapper;

namespace Portal.Data;

/// <summary>An open write transaction: runs SQL in it, hands out leased ids, and knows whether the change was audited.</summary>
public sealed class WriteTransaction
{
    private readonly long _firstId;
    private readonly int _ids;
    private int _taken;

    internal WriteTransaction(DbTransaction transaction, SqlDialect dialect, long firstId, int ids, CancellationToken cancellationToken)
    {
        Transaction = transaction;
        Connection = transaction.Connection!;
        Dialect = dialect;
        CancellationToken = cancellationToken;
        _firstId = firstId;
        _ids = ids;
    }

    public DbConnection Connection { get; }

    public DbTransaction Transaction { get; }

    public SqlDialect Dialect { get; }

    public CancellationToken CancellationToken { get; }

    internal bool IsAudited { get; private set; }

    /// <summary>The audit row's own id; further audit rows take from the leased ones.</summary>
    internal long NextAuditId() => IsAudited ? NextId() : _firstId + _ids;

    /// <summary>The next leased id.</summary>
    /// <exception cref="InvalidOperationException">More ids were taken than asked for.</exception>
    public long NextId() => _taken < _ids
        ? _firstId + _taken++
        : throw new InvalidOperationException($"The transaction leased {_ids} ids and needs more; ask for them before it opens.");

    public Task<int> ExecuteAsync(string sql, object? parameters = null) =>
        Connection.ExecuteAsync(Command(sql, parameters));

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null) =>
        (await Connection.QueryAsync<T>(Command(sql, parameters))).AsList();

    public Task<T?> FirstOrDefaultAsync<T>(string sql, object? parameters = null) =>
        Connection.QueryFirstOrDefaultAsync<T>(Command(sql, parameters));

    public Task<T> ScalarAsync<T>(string sql, object? parameters = null) =>
        Connection.ExecuteScalarAsync<T>(Command(sql, parameters))!;

    /// <summary>Inserts many rows in few statements; each row holds its values in the order of <paramref name="columns"/>.</summary>
    public Task InsertAsync(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows) =>
        BulkInsert.RunAsync(Transaction, Dialect, table, columns, rows, CancellationToken);

    /// <summary>States why this change needs no audit row, for example a progress mark.</summary>
    public void WithoutAudit(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        IsAudited = true;
    }

    internal void MarkAudited() => IsAudited = true;

    private CommandDefinition Command(string sql, object? parameters) =>
        new(sql, parameters, Transaction, cancellationToken: CancellationToken);
}
