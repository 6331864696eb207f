using System.Data.Common;
using System.Reflection;
using Autofac;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Data;
using Portal.Modules;

namespace Portal.BackgroundTasks;

/// <summary>Each minute claims what is due; a task runs on one host and never overlaps itself.</summary>
internal sealed class BackgroundTaskRunner(
    ILifetimeScope root, IModuleCatalog catalog, DbDataSource source, DatabaseLease lease, TimeProvider clock, LocalTime local, PortalReadiness readiness, ILogger<BackgroundTaskRunner> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30), clock);
        try
        {
            do
                await RunDueAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    internal async Task RunDueAsync(CancellationToken cancellationToken)
    {
        await using var scope = root.BeginLifetimeScope();
        var types = scope.Resolve<IEnumerable<IBackgroundTask>>().Select(task => task.GetType()).Distinct();
        foreach (var type in types.Where(type => catalog.FindByAssembly(type.Assembly) is null or { State: ModuleState.Loaded }))
        {
            try
            {
                await RunIfDueAsync(type, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                logger.LogError(exception, "The background task {Task} failed", type.FullName);
            }
        }
    }

    private async Task RunIfDueAsync(Type type, CancellationToken cancellationToken)
    {
        var schedule = CronSchedule.Parse(type.GetCustomAttribute<BackgroundTaskAttribute>()?.Schedule ?? new BackgroundTaskAttribute().Schedule);
        var name = type.FullName!;
        if (await FindDueAsync(schedule, name, cancellationToken) is null)
            return;
        await lease.TryRunAsync($"task:{name}", async held =>
        {
            // Asked again under the lease: another host may have just done it.
            if (await FindDueAsync(schedule, name, held) is not { } due)
                return;
            await RecordStartAsync(name, due);
            var outcome = "完成";
            try
            {
                await using var scope = root.BeginLifetimeScope();
                var task = scope.Resolve<IEnumerable<IBackgroundTask>>().First(candidate => candidate.GetType() == type);
                await task.DoWorkAsync(scope.Resolve<IServiceProvider>(), held);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "The background task {Task} failed", name);
                outcome = $"失败：{exception.GetType().Name}";
            }

            await RecordEndAsync(name, outcome);
        }, cancellationToken);
    }

    private async Task<DateTime?> FindDueAsync(CronSchedule schedule, string name, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var last = await connection.QueryFirstOrDefaultAsync<DateTime?>("select due_at from portal_task_run where task = @name", new { name });
        if (last is null)
            await RecordFirstSightAsync(connection, name);
        return last is { } time && schedule.LastDue(local.ToLocal(time), local.Now) is { } due ? local.ToUtc(due) : null;
    }

    // From here on a run that falls into a time without any host is missed, and made up for.
    private async Task RecordFirstSightAsync(DbConnection connection, string name)
    {
        try
        {
            await connection.ExecuteAsync(
                "insert into portal_task_run (task, due_at, outcome) values (@name, @now, '')", new { name, now = clock.GetUtcNow().UtcDateTime });
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            // Another host saw it first.
        }
    }

    private async Task RecordStartAsync(string name, DateTime due)
    {
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            "update portal_task_run set due_at = @due, started_at = @now, finished_at = null, outcome = '' where task = @name",
            new { name, due, now = clock.GetUtcNow().UtcDateTime });
    }

    private async Task RecordEndAsync(string name, string outcome)
    {
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync(
            "update portal_task_run set finished_at = @now, outcome = @outcome where task = @name", new { name, outcome, now = clock.GetUtcNow().UtcDateTime });
    }
}
