using Portal.Toolkit;

namespace Portal.InternationalExchange.Tests;

/// <summary>What several do at once.</summary>
internal static class Race
{
    /// <summary>For each what it was refused with; empty when it went through.</summary>
    public static Task<string[]> RunAsync(params IReadOnlyList<Func<Task>> works) => Task.WhenAll(works.Select(work => Task.Run(async () =>
    {
        try
        {
            await work();
            return "";
        }
        catch (Exception refusal) when (refusal is RefusedException or StaleException)
        {
            return refusal.Message;
        }
    })));
}
