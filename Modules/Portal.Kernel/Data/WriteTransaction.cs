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

    /// <summary>For statements these members do not cover; always pass <see cref="Transaction"/> along.</summary>
    public DbConnection Connection { get; }

    /// <summary>The open transaction; it is committed or rolled back by whoever opened it.</summary>
    public DbTransaction Transaction { get; }

    /// <summary>For the rare statement that differs.</summary>
    public SqlDialect Dialect { get; }

    /// <summary>The caller's token; the members below use it by themselves.</summary>
    public CancellationToken CancellationToken { get; }

    internal bool IsAudited { get; private set; }

    /// <summary>The audit row's own id; further audit rows take from the leased ones.</summary>
    internal long NextAuditId() => IsAudited ? NextId() : _firstId + _ids;

    /// <summary>The next leased id.</summary>
    /// <exception cref="InvalidOperationException">More ids were taken than asked for.</exception>
    public long NextId() => _taken < _ids
        ? _firstId + _taken++
        : throw new InvalidOperationException($"The transaction leased {_ids} ids and needs more; ask for them before it opens.");

    /// <summary>Runs a statement and returns the number of rows it found.</summary>
    public Task<int> ExecuteAsync(string sql, object? parameters = null) =>
        Connection.ExecuteAsync(Command(sql, parameters));

    /// <summary>All rows of a query.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null) =>
        (await Connection.QueryAsync<T>(Command(sql, parameters))).AsList();

    /// <summary>The first row, or the default without one.</summary>
    public Task<T?> FirstOrDefaultAsync<T>(string sql, object? parameters = null) =>
        Connection.QueryFirstOrDefaultAsync<T>(Command(sql, parameters));

    /// <summary>The first value of the first row.</summary>
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
