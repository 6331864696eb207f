using System.Diagnostics;
using System.Globalization;
using System.Net;
using Portal.Testing;

namespace Portal.Benchmarks;

/// <summary>核办 of a bureau, 按编号查找 of a bureau, 业务统计 and 超期清单 of the ministry among all applications; the same statements in a bare host beside the first two.</summary>
internal static class TransferBenchmark
{
    private const int Rounds = 5;

    public static async Task RunAsync(BenchmarkOptions options)
    {
        await using var portal = await LoadedPortal.StartAsync(options with { Students = 0 });
        var clock = Stopwatch.StartNew();
        await TransferData.FillAsync(portal.Database, options.Applications);
        var open = await portal.Database.ScalarAsync<long>("select count(*) from registrytransfer_application where open_student_id is not null");
        Console.WriteLine($"  {options.Applications} applications, {open} open, filled in {clock.Elapsed.TotalSeconds:0} s");

        var unit = await portal.Database.ScalarAsync<long>("select unit_id from registrytransfer_bureau where region_code = '449900'");
        await using var bare = await BareTransferHost.StartAsync(portal.Database.Source, unit);
        using var visitor = new HttpClient();
        using var bureau = Client(portal);
        await bureau.SignInAsync("u4499");
        var token = (await bureau.OpenAsync("/registrytransfer/query/transfer")).Find("#find input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var numbers = await portal.Database.QueryAsync<string>(
            "select a.student_no from registrytransfer_application_unit u join registrytransfer_application a on a.id = u.application_id where u.unit_id = @unit order by a.id desc limit 500", new { unit });

        var rows = (await bureau.OpenAsync("/registrytransfer/review/transfer")).Rows("#todo").Count;
        var bareRows = (await visitor.GetStringAsync(BareHost.AddressOf(bare, "/list"))).Split("<tr>").Length - 1;
        Console.WriteLine($"  rows of the list: portal {rows}, floor {bareRows}; {numbers.Count} numbers to look up");
        var list = new LatencyLoad(bureau.Http, () => new(HttpMethod.Get, "/registrytransfer/review/transfer"));
        var listFloor = new LatencyLoad(visitor, () => new(HttpMethod.Get, BareHost.AddressOf(bare, "/list")));
        var find = new LatencyLoad(bureau.Http, () => new(HttpMethod.Post, "/registrytransfer/query/transfer?handler=Find")
        {
            Content = new FormUrlEncodedContent([new("sought", Any(numbers)), new("__RequestVerificationToken", token)]),
        });
        var findFloor = new LatencyLoad(visitor, () => new(HttpMethod.Get, BareHost.AddressOf(bare, $"/find?number={Any(numbers)}")));
        LatencyLoad[] loads = [listFloor, list, findFloor, find];
        foreach (var load in loads)
            await load.WarmUpAsync();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var load in loads)
                await load.MeasureAsync(TimeSpan.FromSeconds(options.Seconds) / Rounds);
        }

        Write("核办, list of a bureau", list, listFloor);
        Write("查询, student by number", find, findFloor);
        using var ministry = Client(portal);
        await ministry.SignInAsync("moe");
        await PagesAsync("ministry", ministry);
        await PagesAsync("bureau", bureau);
    }

    private static void Write(string work, LatencyLoad ours, LatencyLoad floor)
    {
        Report.Rate(work, ours.Rate, floor.Rate, 0);
        foreach (var percent in new[] { 50, 95 })
            Report.Time($"{work}, p{percent}", ours.Percentile(percent), floor.Percentile(percent), 0);
    }

    private static async Task PagesAsync(string who, PortalClient client)
    {
        var today = DateTime.UtcNow;
        foreach (var (name, url) in new[]
        {
            ("业务统计, 3 months", "/registrytransfer/oversight"),
            ("业务统计, 12 months", string.Create(CultureInfo.InvariantCulture, $"/registrytransfer/oversight?from={today.AddDays(-360):yyyy-MM-dd}&to={today:yyyy-MM-dd}")),
            ("超期清单", "/registrytransfer/oversight/overdue"),
        })
        {
            var times = new List<TimeSpan>();
            for (var round = 0; round < Rounds; round++)
            {
                var start = Stopwatch.GetTimestamp();
                (await client.GetAsync(url)).Expect(HttpStatusCode.OK);
                times.Add(Stopwatch.GetElapsedTime(start));
            }

            Console.WriteLine($"  ({client.Page.FindAll("table tbody tr").Count} rows, {client.Page.Content.Length / 1024} KB)");
            Console.WriteLine($"  {name}, {who}: {times.Order().ElementAt(Rounds / 2).TotalMilliseconds:0} ms, at most {times.Max().TotalMilliseconds:0} ms");
        }
    }

    private static string Any(IReadOnlyList<string> numbers) => numbers[Random.Shared.Next(numbers.Count)];

    private static PortalClient Client(LoadedPortal portal) =>
        new(new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = portal.Address });
}
