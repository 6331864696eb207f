using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Portal.Testing;

namespace Portal.Benchmarks;

/// <summary>批量办理 of the library, which sees every student: its first page of fifty, and the same with a step and a state chosen.</summary>
internal static class ListBenchmark
{
    public static async Task RunAsync(LoadedPortal portal, BenchmarkOptions options)
    {
        await using var bare = await BareHost.StartAsync(portal.Database.Source, portal.SchemeId);
        var floorAddress = bare.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var plain = new HttpClient();
        using var handler = new HttpClientHandler { CookieContainer = new CookieContainer() };
        using var operatorClient = new PortalClient(new HttpClient(handler) { BaseAddress = portal.Address });
        await operatorClient.SignInAsync("lib1");

        var step = await portal.Database.ScalarAsync<long>("select id from graduationclearance_step where code = 'E2' and scheme_id = @SchemeId", new { portal.SchemeId });
        var list = new Uri(portal.Address, "/graduationclearance/batch");
        var pending = new Uri(portal.Address, $"/graduationclearance/batch?step={step}&status=Pending");

        // Floor, ours, floor again: the machine's mood falls on both.
        var before = await HttpLoad.MeasureAsync(plain, new Uri($"{floorAddress}/list"), options.Seconds);
        var listRate = await HttpLoad.MeasureAsync(operatorClient.Http, list, options.Seconds);
        var pendingRate = await HttpLoad.MeasureAsync(operatorClient.Http, pending, options.Seconds);
        var floor = (before + await HttpLoad.MeasureAsync(plain, new Uri($"{floorAddress}/list"), options.Seconds)) / 2;
        Report.Rate("operator's list, 50 students", listRate, floor, 0.6);
        Report.Rate("the same, one step's 未办理", pendingRate, floor, 0.6);
    }
}
