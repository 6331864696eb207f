using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Testing;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Lists;

namespace Portal.Benchmarks;

/// <summary>List and search of records: the toolkit's queries beside the statements one would write by hand, then the pages.</summary>
internal static class RecordBenchmark
{
    private const double Most = 1.5;
    private const int Rounds = 200;
    private const int LongRounds = 15;

    public static async Task RunAsync(BenchmarkOptions options)
    {
        await using var portal = await LoadedPortal.StartAsync(options with { Students = 0 }, services => services.AddRecords<BenchBook>());
        var clock = Stopwatch.StartNew();
        await RecordData.FillAsync(portal.Database, options.Records);
        Console.WriteLine($"  {options.Records} records filled in {clock.Elapsed.TotalSeconds:0} s");
        var middle = await portal.Database.ScalarAsync<long>("select id from toolkit_record order by id limit 1 offset @skip", new { skip = options.Records / 2 });
        var number = string.Create(CultureInfo.InvariantCulture, $"HY-{2015 + (options.Records / 2 % 12)}-{100000 + (options.Records / 2)}");
        await using (var office = await OperatorScope.EnterAsync(portal, "admin"))
        {
            await MeasureAsync(portal, office, "all, first page", new(), null, "r.type = @Name", Rounds);
            await MeasureAsync(portal, office, "all, middle", new(), middle, "r.type = @Name and r.id < @after", Rounds);
            await MeasureAsync(portal, office, "all, state", new() { State = "draft" }, null, "r.type = @Name and r.state = 'draft'", Rounds);
            await MeasureAsync(portal, office, "all, kind and year", new() { Kind = "conference", Year = 2019 }, null, "r.type = @Name and r.kind = 'conference' and r.year = 2019", Rounds);
            await MeasureAsync(portal, office, "all, by number", new() { Text = number }, null, $"r.type = @Name and r.no = '{number}'", Rounds);
            await MeasureAsync(portal, office, "all, title found often", new() { Text = "研讨会" }, null, "r.type = @Name and instr(r.title, '研讨会') > 0", Rounds);
            await MeasureAsync(portal, office, "all, title found once", new() { Text = "第7次" }, null, "r.type = @Name and instr(r.title, '第7次') > 0", LongRounds);
        }

        await using (var college = await OperatorScope.EnterAsync(portal, "ma-admin"))
        {
            var unit = college.ServiceProvider.GetRequiredService<Units.IUnitContext>().UnitId;
            var own = $"u.type = @Name and u.unit_id = {unit}";
            await MeasureAsync(portal, college, "college, first page", new(), null, own, Rounds);
            await MeasureAsync(portal, college, "college, middle", new(), middle, $"{own} and u.record_id < @after", Rounds);
            await MeasureAsync(portal, college, "college, state", new() { State = "draft" }, null, $"{own} and r.state = 'draft'", Rounds);
            await MeasureAsync(portal, college, "college, title found once", new() { Text = "第7次" }, null, $"{own} and instr(r.title, '第7次') > 0", LongRounds);
        }

        await PagesAsync(portal, "admin", ["", "?q=第7次", $"?q={number}", "?state=draft"]);
        await PagesAsync(portal, "ma-admin", ["", "?q=第7次"]);
    }

    private static async Task MeasureAsync(LoadedPortal portal, AsyncServiceScope scope, string work, RecordFilter filter, long? after, string where, int rounds)
    {
        var type = scope.ServiceProvider.GetRequiredService<RecordCatalog>().Get(BenchType.Name);
        var queries = scope.ServiceProvider.GetRequiredService<RecordListQueries>();
        var (ours, floor) = (new List<TimeSpan>(), new List<TimeSpan>());
        var (rows, bareRows) = (0, 0);
        for (var round = 0; round < rounds + 3; round++)
        {
            var start = Stopwatch.GetTimestamp();
            rows = (await queries.ListAsync(type, filter, after, null, CancellationToken.None)).Rows.Count;
            var middle = Stopwatch.GetTimestamp();
            bareRows = await BareRecord.ReadAsync(portal.Database.Source, where, new { BenchType.Name, after });
            var end = Stopwatch.GetTimestamp();
            if (round < 3)
                continue;
            ours.Add(Stopwatch.GetElapsedTime(start, middle));
            floor.Add(Stopwatch.GetElapsedTime(middle, end));
        }

        if (rows != Math.Min(bareRows, 50))
            throw new InvalidOperationException($"{work}: {rows} rows, the floor has {bareRows}.");
        Report.Fine($"{work} ({rows})", ours.Order().ElementAt(rounds / 2), floor.Order().ElementAt(rounds / 2), Most);
    }

    private static async Task PagesAsync(LoadedPortal portal, string account, string[] queries)
    {
        using var client = new PortalClient(new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = portal.Address });
        await client.SignInAsync(account);
        foreach (var query in queries)
        {
            var times = new List<TimeSpan>();
            for (var round = 0; round < LongRounds + 5; round++)
            {
                var start = Stopwatch.GetTimestamp();
                (await client.GetAsync(RecordAddress.ListOf(BenchType.Name) + query)).Expect(HttpStatusCode.OK);
                times.Add(Stopwatch.GetElapsedTime(start));
            }

            Console.WriteLine($"  page of {account} {query}: {times.Skip(5).Order().ElementAt(LongRounds / 2).TotalMilliseconds:0} ms, {client.Page.FindAll("#records tbody tr").Count} rows");
        }
    }
}
