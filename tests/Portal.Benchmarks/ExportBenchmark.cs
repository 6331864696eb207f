using System.Diagnostics;
using System.Net;
using Portal.Testing;

namespace Portal.Benchmarks;

/// <summary>【导出列表】 of all students over http, beside reading the same columns and writing them with a bare OpenXmlWriter.</summary>
internal static class ExportBenchmark
{
    private const int Rounds = 3;

    public static async Task RunAsync(LoadedPortal portal)
    {
        using var handler = new HttpClientHandler { CookieContainer = new CookieContainer() };
        using var client = new PortalClient(new HttpClient(handler) { BaseAddress = portal.Address, Timeout = TimeSpan.FromMinutes(5) });
        await client.SignInAsync("lib1");
        await client.OpenAsync("/graduationclearance/students");
        var token = client.Page.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var (ours, floor) = (new List<TimeSpan>(), new List<TimeSpan>());
        var before = PeakMemory();
        var after = before;
        for (var round = 0; round <= Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            await ExportAsync(client.Http, token);
            var portalTime = clock.Elapsed;
            if (round == 0)
                after = PeakMemory();
            clock.Restart();
            await BareExport.RunAsync(portal.Database.Source, portal.SchemeId);

            // The first pair warms both up.
            if (round == 0)
                continue;
            ours.Add(portalTime);
            floor.Add(clock.Elapsed);
        }

        var rows = await portal.Database.ScalarAsync<long>("select count(*) from graduationclearance_student where scheme_id = @SchemeId and status = 0", new { portal.SchemeId });
        Report.Time($"export of {rows} rows (median)", ours.Order().ElementAt(Rounds / 2), floor.Order().ElementAt(Rounds / 2), 1.4);
        Console.WriteLine($"  (peak working set of the process {before} MB before, {after} MB after the portal's first)");
    }

    private static long PeakMemory()
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
    }

    private static async Task ExportAsync(HttpClient client, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/graduationclearance/students?handler=Export", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]),
        };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        if (response.Content.Headers.ContentType?.MediaType?.Contains("spreadsheet", StringComparison.Ordinal) != true)
            throw new InvalidOperationException("The portal answered with a page instead of a workbook.");
        await response.Content.CopyToAsync(Stream.Null);
    }
}
