using System.Diagnostics;

namespace Portal.Benchmarks;

/// <summary>Sixteen clients that ask for one page as often as they can.</summary>
internal sealed class HttpLoad(HttpClient client, Uri address)
{
    private const int Clients = 16;

    // The runtime compiles what runs often once more; before that a page costs a multiple.
    private const int WarmUpRequests = 4000;

    private readonly List<double> _rates = [];
    private readonly List<TimeSpan> _costs = [];

    /// <summary>Answers per second: the middle of the rounds.</summary>
    public double Median => _rates.Order().ElementAt(_rates.Count / 2);

    /// <summary>Processor time for one answer, client included; unlike the rate it hardly depends on what else the machine does.</summary>
    public TimeSpan MedianCost => _costs.Order().ElementAt(_costs.Count / 2);

    public Task WarmUpAsync() => RunAsync(count => count < WarmUpRequests / Clients);

    public async Task MeasureAsync(TimeSpan duration)
    {
        var clock = Stopwatch.StartNew();
        var cpu = Environment.CpuUsage.TotalTime;
        var answers = await RunAsync(_ => clock.Elapsed < duration);
        _rates.Add(answers / clock.Elapsed.TotalSeconds);
        _costs.Add((Environment.CpuUsage.TotalTime - cpu) / answers);
    }

    private async Task<int> RunAsync(Func<int, bool> goOn)
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            for (; goOn(count); count++)
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
