using Microsoft.Extensions.Logging;
using Portal.Toolkit.Components;

namespace Portal.Workbench.Pages;

/// <summary>The counters of all modules for the start page.</summary>
internal sealed class HomeCounterService(IEnumerable<IHomeCounters> modules, ILogger<HomeCounterService> logger)
{
    public async Task<IReadOnlyList<CounterCard>> FindAsync(CancellationToken cancellationToken)
    {
        var cards = new List<CounterCard>();
        foreach (var module in modules)
        {
            try
            {
                cards.AddRange(await module.FindAsync(cancellationToken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "The counters {Provider} failed and were left out of the start page", module.GetType().FullName);
            }
        }

        return cards;
    }
}
