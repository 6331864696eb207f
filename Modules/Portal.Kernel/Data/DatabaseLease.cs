using System.Data.Common;
using Dapper;

namespace Portal.Data;

/// <summary>
/// A right that one host holds for a while, as a row of <c>portal_lease</c>: works on SQLite, MariaDB, Galera and TiDB alike,
/// unlike the servers' own named locks.
/// </summary>
internal sealed class DatabaseLease(DbDataSource source, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly string _host = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    /// <summary>Takes the lease if it is free or its end has passed.</summary>
    public async Task<bool> TryTakeAsync(string name, TimeSpan duration, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var parameters = new { name, host = _host, now, until = now + duration };
        if (await connection.ExecuteAsync("update portal_lease set owner = @host, ends_at = @until where name = @name and (ends_at <= @now or owner = @host)", parameters) == 1)
            return true;
        try
        {
            return await connection.ExecuteAsync("insert into portal_lease (name, owner, ends_at) values (@name, @host, @until)", parameters) == 1;
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            return false;
        }
    }

    public async Task ReleaseAsync(string name)
    {
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync("update portal_lease set ends_at = @now where name = @name and owner = @host", new { name, host = _host, now = clock.GetUtcNow().UtcDateTime });
    }

    /// <summary>Waits for its turn, then works under the lease, renewing it.</summary>
    public async Task RunAsync(string name, Func<Task> work, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; !await TryTakeAsync(name, TimeSpan.FromMinutes(1), cancellationToken); waited += TimeSpan.FromSeconds(1))
        {
            if (waited > Patience)
                throw new TimeoutException($"The lease '{name}' did not come free in {Patience.TotalMinutes} minutes.");
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }

        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewal = RenewAsync(name, done.Token);
        try
        {
            await work();
        }
        finally
        {
            await done.CancelAsync();
            await renewal;
            await ReleaseAsync(name);
        }
    }

    private async Task RenewAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(20), cancellationToken);
                await TryTakeAsync(name, TimeSpan.FromMinutes(1), cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The work has ended.
        }
    }
}
