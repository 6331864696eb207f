namespace Portal.Data;

/// <summary>Lets one writer of this host at a time into SQLite, in order of arrival, instead of having them wait on threads. Open for MySQL.</summary>
internal sealed class WriteGate(SqlDialect dialect) : IDisposable
{
    private readonly SemaphoreSlim? _turn = dialect == SqlDialect.Sqlite ? new(1) : null;

    public async ValueTask<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        if (_turn is null)
            return null;
        await _turn.WaitAsync(cancellationToken);
        return new Turn(_turn);
    }

    public void Dispose() => _turn?.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
