using System.Data.Common;
using Dapper;

namespace Portal.Data;

/// <summary>Ids for all tables from <c>portal_sequence</c>, leased in blocks and handed out from memory; gaps are normal.</summary>
internal sealed class IdSequence(DbDataSource source, SqlDialect dialect, WriteGate gate) : IDisposable
{
    private const int BlockSize = 1000;

    private readonly SemaphoreSlim _leasing = new(1);
    private long _next;
    private long _end;

    /// <summary>The first of <paramref name="count"/> consecutive ids. Called before a write transaction opens.</summary>
    public async Task<long> TakeAsync(int count, CancellationToken cancellationToken)
    {
        await _leasing.WaitAsync(cancellationToken);
        try
        {
            if (_end - _next < count)
            {
                var size = Math.Max(count, BlockSize);
                _next = await LeaseAsync(size, cancellationToken);
                _end = _next + size;
            }

            var first = _next;
            _next += count;
            return first;
        }
        finally
        {
            _leasing.Release();
        }
    }

    public void Dispose() => _leasing.Dispose();

    private Task<long> LeaseAsync(int size, CancellationToken cancellationToken) => Transient.RetryAsync(async () =>
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(WriteTransactions.Isolation(dialect), cancellationToken);
        await connection.ExecuteAsync("update portal_sequence set next_id = next_id + @size where name = 'portal'", new { size }, transaction);
        var next = await connection.ExecuteScalarAsync<long>("select next_id from portal_sequence where name = 'portal'", transaction: transaction);
        await transaction.CommitAsync(cancellationToken);
        return next - size;
    }, cancellationToken);
}
