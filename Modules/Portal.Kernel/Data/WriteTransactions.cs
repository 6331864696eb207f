using System.Data;
using System.Data.Common;

namespace Portal.Data;

internal sealed class WriteTransactions(DbDataSource source, SqlDialect dialect, IdSequence sequence, WriteGate gate, CommitSignal signal) : IWriteTransactions
{
    public async Task<T> RunAsync<T>(int ids, Func<WriteTransaction, Task<T>> body, CancellationToken cancellationToken)
    {
        var firstId = await sequence.TakeAsync(ids + 1, cancellationToken);
        var result = await Transient.RetryAsync(() => RunOnceAsync(firstId, ids, body, cancellationToken), cancellationToken);
        signal.Raise();
        return result;
    }

    public Task RunAsync(int ids, Func<WriteTransaction, Task> body, CancellationToken cancellationToken) =>
        RunAsync(ids, async transaction =>
        {
            await body(transaction);
            return true;
        }, cancellationToken);

    /// <summary>SQLite knows one level and begins IMMEDIATE; on MySQL read committed avoids gap locks and with them most deadlocks.</summary>
    internal static IsolationLevel Isolation(SqlDialect dialect) => dialect == SqlDialect.Sqlite ? IsolationLevel.Serializable : IsolationLevel.ReadCommitted;

    private async Task<T> RunOnceAsync<T>(long firstId, int ids, Func<WriteTransaction, Task<T>> body, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(Isolation(dialect), cancellationToken);
        var write = new WriteTransaction(transaction, dialect, firstId, ids, cancellationToken);
        var result = await body(write);
        if (!write.IsAudited)
            throw new InvalidOperationException("A write transaction needs an audit row; write one, or say why not by WithoutAudit.");
        cancellationToken.ThrowIfCancellationRequested();

        // A commit that is cut off may have happened or not; nobody could tell.
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }
}
