using System.Net;
using Portal.Testing;

namespace Portal.Benchmarks;

/// <summary>批量办理 of the library, which sees every student: its first page of fifty, and the same with a step and a state chosen.</summary>
internal static class ListBenchmark
{
    private const int Rounds = 5;

    public static async Task RunAsync(LoadedPortal portal, BenchmarkOptions options)
    {
        await using var bare = await BareHost.StartAsync(portal.Database.Source, portal.SchemeId);
        await using var page = await BarePageHost.StartAsync(portal.Database.Source, portal.SchemeId);
        using var visitor = new HttpClient();
        (await visitor.GetAsync(BareHost.AddressOf(page, "/signin"))).EnsureSuccessStatusCode();
        using var handler = new HttpClientHandler { CookieContainer = new CookieContainer() };
        using var operatorClient = new PortalClient(new HttpClient(handler) { BaseAddress = portal.Address });
        await operatorClient.SignInAsync("lib1");

        var step = await portal.Database.ScalarAsync<long>("select id from graduationclearance_step where code = 'E2' and scheme_id = @SchemeId", new { portal.SchemeId });
        var list = new HttpLoad(operatorClient.Http, new Uri(portal.Address, "/graduationclearance/batch"));
        var pending = new HttpLoad(operatorClient.Http, new Uri(portal.Address, $"/graduationclearance/batch?step={step}&status=Pending"));
        var floor = new HttpLoad(visitor, BareHost.AddressOf(bare, "/list"));
        var pageFloor = new HttpLoad(visitor, BareHost.AddressOf(page, "/list"));
        HttpLoad[] loads = [floor, list, pageFloor, pending];
        foreach (var load in loads)
            await load.WarmUpAsync();

        // One after the other, again and again: the machine's mood falls on all.
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var load in loads)
                await load.MeasureAsync(TimeSpan.FromSeconds(options.Seconds) / Rounds);
        }

        Report.Rate("operator's list, 50 students", list.Median, floor.Median, 0.6);
        Report.Rate("the same, one step's 未办理", pending.Median, floor.Median, 0.6);
        Report.Rate("operator's list, page as floor", list.Median, pageFloor.Median, 0.6);
        Report.Rate("one step's 未办理, page as floor", pending.Median, pageFloor.Median, 0.6);
        Console.WriteLine($"  (processor time an answer: floor {Cost(floor)}, page as floor {Cost(pageFloor)}, list {Cost(list)}, one step's {Cost(pending)})");
    }

    private static string Cost(HttpLoad load) => $"{load.MedianCost.TotalMicroseconds:0} µs";
}
