using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Portal.Data;

internal static class LeaseRenewal
{
    /// <summary>
    /// Renews a lease until its work is cancelled or done. Whoever lost the lease has the work cancelled;
    /// what the database does not answer is tried again until the lease has really run out.
    /// </summary>
    public static async Task KeepAsync(string name, TimeSpan pause, TimeSpan duration, Func<CancellationToken, Task<bool>> renew, CancellationTokenSource running, ILogger logger)
    {
        for (var held = Stopwatch.StartNew(); held.Elapsed < duration;)
        {
            await Task.Delay(pause, running.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (running.IsCancellationRequested)
                    return;
                if (!await renew(running.Token))
                    break;
                held.Restart();
            }
            catch (Exception exception)
            {
                logger.LogWarning(exception, "The lease {Lease} could not be renewed; it is tried again while it holds", name);
            }
        }

        logger.LogError("The lease {Lease} is lost; its work is cancelled", name);
        await running.CancelAsync();
    }
}
