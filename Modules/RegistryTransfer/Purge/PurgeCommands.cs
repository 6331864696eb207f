using Microsoft.Extensions.Logging;
using Portal.RegistryTransfer.Reviewing;
using Portal.Toolkit.Reviews;

namespace Portal.RegistryTransfer.Purge;

/// <summary>超期清理 (domain §4.2): of a purge and any other event on the same application exactly one succeeds.</summary>
internal sealed class PurgeCommands(PurgeQueries queries, IReviews reviews, IWriteTransactions transactions, TimeProvider clock, ILogger<PurgeCommands> logger)
{
    /// <summary>Ends everything that is due now and returns how many.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken) =>
        await PurgeAsync(queries.ListTooOldAsync, PurgeReason.TooOld, cancellationToken)
        + await PurgeAsync(queries.ListGraduatingAsync, PurgeReason.GraduatingGrade, cancellationToken);

    private async Task<int> PurgeAsync(
        Func<PurgeCandidate?, CancellationToken, Task<IReadOnlyList<PurgeCandidate>>> list, PurgeReason reason, CancellationToken cancellationToken)
    {
        var total = 0;
        for (PurgeCandidate? last = null; await list(last, cancellationToken) is { Count: > 0 } candidates; last = candidates[^1])
        {
            foreach (var candidate in candidates)
                total += await TryExpireAsync(candidate, reason, cancellationToken) ? 1 : 0;
        }

        return total;
    }

    // One application that cannot be ended keeps no other from it; the next run tries it again.
    private async Task<bool> TryExpireAsync(PurgeCandidate candidate, PurgeReason reason, CancellationToken cancellationToken)
    {
        try
        {
            return await ExpireAsync(candidate, reason, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "Application {ApplicationId} could not be purged", candidate.Id);
            return false;
        }
    }

    /// <summary>False when somebody was faster.</summary>
    public async Task<bool> ExpireAsync(PurgeCandidate candidate, PurgeReason reason, CancellationToken cancellationToken)
    {
        try
        {
            await transactions.RunAsync(1 + reviews.IdsFor(ApplicationRoutes.KeyOf(candidate.Kind)), async transaction =>
            {
                await reviews.ExpireAsync(transaction, candidate.ReviewId, TextOf(reason));
                var now = clock.GetUtcNow().UtcDateTime;
                await transaction.InsertAsync(
                    "registrytransfer_purge_row",
                    ["id", "application_id", "reason", "idle_days", "purged_at"],
                    [[transaction.NextId(), candidate.Id, (int)reason, (int)(now - candidate.StartedAt).TotalDays, now]]);
            }, cancellationToken);
            return true;
        }
        catch (ReviewException)
        {
            return false;
        }
    }

    public static string TextOf(PurgeReason reason) => reason == PurgeReason.TooOld
        ? "发起后超过规定天数仍未办结，系统清理。需要转学的，请重新申请。"
        : "毕业年级未办结的业务，在7月15日0时由系统清理。";
}
