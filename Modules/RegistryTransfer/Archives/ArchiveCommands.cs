using Microsoft.Extensions.Logging;
using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Archives;

/// <summary>系统自动调档 (domain §4.2, I14): a start is claimed and counted, the move itself is one transaction, a failure waits for its next turn.</summary>
internal sealed class ArchiveCommands(
    IWriteTransactions transactions, ArchiveMove move, IAuditLog audit, TimeProvider clock, ILogger<ArchiveCommands> logger)
{
    /// <summary>Starts after which a failure is given to the bureaus as 调档失败.</summary>
    public const int MostAttempts = 5;

    private static readonly TimeSpan _lease = TimeSpan.FromMinutes(2);

    /// <summary>Moves the archive; false when there is nothing to move now, another worker has it, or it failed.</summary>
    public async Task<bool> MoveAsync(long applicationId, CancellationToken cancellationToken)
    {
        if (await ClaimAsync(applicationId, cancellationToken) is not { } claim)
            return false;
        try
        {
            await transactions.RunAsync(ArchiveMove.Ids, transaction => move.RunAsync(transaction, claim), cancellationToken);
            return true;
        }
        catch (ArchiveTakenException)
        {
            logger.LogWarning("The archive move of application {Application} went to another worker", applicationId);
            return false;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "The archive move of application {Application} failed at start {Attempts}", applicationId, claim.Attempts);
            var text = exception is RefusedException ? exception.Message : "调档时数据库没有完成写入，将自动重试。";
            await FailAsync(claim, text, cancellationToken);
            return false;
        }
    }

    /// <summary>重试调档 after 调档失败, by the province or the ministry.</summary>
    public Task RetryAsync(long applicationId, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await transaction.ExecuteAsync(
            """
            update registrytransfer_application
            set status = @Archiving, step_label = @label
            where id = @applicationId
              and status = @ArchiveFailed
            """,
            new { applicationId, ApplicationStatus.Archiving, ApplicationStatus.ArchiveFailed, label = "系统自动调档" });
        if (found == 0)
            throw new RefusedException("这笔业务不在调档失败状态，可能已由他人重试。请刷新后查看。");
        await transaction.ExecuteAsync(
            """
            update registrytransfer_archive_transfer
            set state = @Queued, next_attempt_at = @now, worker_until = null
            where application_id = @applicationId
            """,
            new { applicationId, ArchiveState.Queued, now });
        await WriteAuditAsync(transaction, applicationId, "重试调档", new { Status = nameof(ApplicationStatus.ArchiveFailed) }, new { Status = nameof(ApplicationStatus.Archiving) });
    }, cancellationToken);

    private Task<ArchiveClaim?> ClaimAsync(long applicationId, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        transaction.WithoutAudit("A start is counted on the archive row itself; the application does not change.");
        var now = clock.GetUtcNow().UtcDateTime;
        var worker = Guid.NewGuid().ToString("N");
        var found = await transaction.ExecuteAsync(
            """
            update registrytransfer_archive_transfer
            set state = @Running, attempts = attempts + 1, worker = @worker, worker_until = @until
            where application_id = @applicationId
              and state <> @Done
              and next_attempt_at <= @now
              and (worker_until is null or worker_until <= @now)
              and exists (select 1 from registrytransfer_application a where a.id = @applicationId and a.status = @Archiving)
            """,
            new { applicationId, ArchiveState.Running, ArchiveState.Done, ApplicationStatus.Archiving, worker, now, until = now + _lease });
        return found == 0 ? null : new ArchiveClaim(applicationId, worker, await transaction.ScalarAsync<int>(
            "select attempts from registrytransfer_archive_transfer where application_id = @applicationId", new { applicationId }));
    }, cancellationToken);

    private Task FailAsync(ArchiveClaim claim, string error, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        var isOver = claim.Attempts > MostAttempts;
        var found = await transaction.ExecuteAsync(
            """
            update registrytransfer_archive_transfer
            set state = @Failed, worker_until = null, error = @error, next_attempt_at = @next
            where application_id = @ApplicationId
              and state = @Running
              and worker = @Worker
            """,
            new { claim.ApplicationId, claim.Worker, ArchiveState.Running, ArchiveState.Failed, error, next = clock.GetUtcNow().UtcDateTime + Pause(claim.Attempts) });
        if (found == 0 || !isOver)
        {
            transaction.WithoutAudit("The move is tried again; the application does not change.");
            return;
        }

        await transaction.ExecuteAsync(
            "update registrytransfer_application set status = @ArchiveFailed, step_label = @label where id = @ApplicationId and status = @Archiving",
            new { claim.ApplicationId, ApplicationStatus.ArchiveFailed, ApplicationStatus.Archiving, label = "调档失败" });
        await WriteAuditAsync(transaction, claim.ApplicationId, "调档失败", new { Status = nameof(ApplicationStatus.Archiving) }, new { Status = nameof(ApplicationStatus.ArchiveFailed), claim.Attempts, error });
    }, cancellationToken);

    // 1, 2, 4, 8, 16 minutes.
    private static TimeSpan Pause(int attempts) => TimeSpan.FromMinutes(1 << Math.Clamp(attempts - 1, 0, 6));

    private Task WriteAuditAsync(WriteTransaction transaction, long applicationId, string action, object before, object after) =>
        audit.WriteAsync(transaction, new AuditEntry { Module = "RegistryTransfer", Action = action, Subject = $"application:{applicationId}", Before = before, After = after });
}
