using System.Diagnostics;

namespace Portal.Benchmarks;

/// <summary>Sixteen clients that ask for one page as often as they can.</summary>
internal static class HttpLoad
{
    private const int Clients = 16;

    /// <summary>Answers per second over the given time, after a warm-up of a second.</summary>
    public static async Task<double> MeasureAsync(HttpClient client, Uri address, int seconds)
    {
        await RunAsync(client, address, TimeSpan.FromSeconds(1));
        var clock = Stopwatch.StartNew();
        var answers = await RunAsync(client, address, TimeSpan.FromSeconds(seconds));
        return answers / clock.Elapsed.TotalSeconds;
    }

    private static async Task<int> RunAsync(HttpClient client, Uri address, TimeSpan duration)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            for (; clock.Elapsed < duration; count++)
            {
                using var response = await client.GetAsync(address);
                response.EnsureSuccessStatusCode();
                await response.Content.CopyToAsync(Stream.Null);
            }

            return count;
        })));
        return counts.Sum();
    }
}
