using Microsoft.Extensions.DependencyInjection;
using Portal.BackgroundTasks;
using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Archives;

/// <summary>Every archive move that waits, was left by a worker that died, or is due again after a failure.</summary>
[BackgroundTask(Title = "自动调档", Schedule = "* * * * *", Description = "处理排队、中断和到期重试的调档。")]
internal sealed class ArchiveTask(DbDataSource source, TimeProvider clock) : IBackgroundTask
{
    private const int Batch = 100;

    public async Task DoWorkAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        foreach (var applicationId in await ListDueAsync(cancellationToken))
            await services.GetRequiredService<ArchiveCommands>().MoveAsync(applicationId, cancellationToken);
    }

    private async Task<IReadOnlyList<long>> ListDueAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<long>(new CommandDefinition(
            """
            select t.application_id
            from registrytransfer_archive_transfer t
            join registrytransfer_application a on a.id = t.application_id
            where t.state in (@Queued, @Running, @Failed)
              and t.next_attempt_at <= @now
              and (t.worker_until is null or t.worker_until <= @now)
              and a.status = @Archiving
            order by t.next_attempt_at
            limit @Batch
            """,
            new { ArchiveState.Queued, ArchiveState.Running, ArchiveState.Failed, ApplicationStatus.Archiving, now = clock.GetUtcNow().UtcDateTime, Batch },
            cancellationToken: cancellationToken))).AsList();
    }
}
