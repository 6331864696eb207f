using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;

namespace Portal.Data;

/// <summary>
/// A right that one host holds for a while, as a row of <c>portal_lease</c>: works on SQLite, MariaDB, Galera and TiDB alike,
/// unlike the servers' own named locks.
/// </summary>
internal sealed class DatabaseLease(DbDataSource source, TimeProvider clock, ILogger<DatabaseLease> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(1);
    private readonly string _host = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    /// <summary>Pause between two renewals.</summary>
    internal TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(20);

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

    /// <summary>Waits for its turn, then works as <see cref="TryRunAsync"/> does.</summary>
    public async Task RunAsync(string name, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; !await TryRunAsync(name, work, cancellationToken); waited += TimeSpan.FromSeconds(1))
        {
            if (waited > Patience)
                throw new TimeoutException($"The lease '{name}' did not come free in {Patience.TotalMinutes} minutes.");
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }
    }

    /// <summary>Works under the lease if it is free, renewing it. The work's token is cancelled when the lease is lost.</summary>
    /// <returns>False when another host holds it.</returns>
    public async Task<bool> TryRunAsync(string name, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        if (!await TryTakeAsync(name, Duration, cancellationToken))
            return false;
        using var running = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewal = LeaseRenewal.KeepAsync(name, Pause, Duration, token => TryTakeAsync(name, Duration, token), running, logger);
        try
        {
            await work(running.Token);
            return true;
        }
        finally
        {
            await running.CancelAsync();
            await renewal;
            await TryReleaseAsync(name);
        }
    }

    private async Task TryReleaseAsync(string name)
    {
        try
        {
            await ReleaseAsync(name);
        }
        catch (DbException exception)
        {
            // It ends by itself; the outcome of the work matters more.
            logger.LogWarning(exception, "The lease {Lease} could not be released", name);
        }
    }
}
