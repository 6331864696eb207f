using System.Diagnostics;

namespace Portal.Benchmarks;

/// <summary>A few clients that ask again and again; every answer's time is kept.</summary>
internal sealed class LatencyLoad(HttpClient client, Func<HttpRequestMessage> request)
{
    private const int Clients = 4;
    private const int WarmUpRequests = 100;

    private readonly List<TimeSpan> _times = [];
    private readonly List<double> _rates = [];

    public double Rate => _rates.Order().ElementAt(_rates.Count / 2);

    public TimeSpan Percentile(int percent) => _times.Order().ElementAt(Math.Min(_times.Count - 1, _times.Count * percent / 100));

    public Task WarmUpAsync() => RunAsync(count => count < WarmUpRequests / Clients);

    public async Task MeasureAsync(TimeSpan duration)
    {
        var clock = Stopwatch.StartNew();
        var times = await RunAsync(_ => clock.Elapsed < duration);
        _rates.Add(times.Length / clock.Elapsed.TotalSeconds);
        _times.AddRange(times);
    }

    private async Task<TimeSpan[]> RunAsync(Func<int, bool> goOn) =>
        [.. (await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            var times = new List<TimeSpan>();
            while (goOn(times.Count))
            {
                var start = Stopwatch.GetTimestamp();
                using var message = request();
                using var response = await client.SendAsync(message);
                response.EnsureSuccessStatusCode();
                await response.Content.CopyToAsync(Stream.Null);
                times.Add(Stopwatch.GetElapsedTime(start));
            }

            return times;
        })))).SelectMany(times => times)];
}
