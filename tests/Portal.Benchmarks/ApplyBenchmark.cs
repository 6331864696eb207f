using System.Diagnostics;
using System.Globalization;
using System.Net;
using Dapper;
using Portal.Testing;

namespace Portal.Benchmarks;

/// <summary>申请: 查询 of a student, and 20 saves a second with a file each (domain §6), beside the bare statements. One registrar, so that his counted look-ups follow each other.</summary>
internal static class ApplyBenchmark
{
    private const int Students = 4000;
    private const int SavesPerSecond = 20;
    private const string Page = "/registrytransfer/apply/transfer";

    private static readonly byte[] _file = [.. "%PDF-1.7\n"u8, .. new byte[100_000]];

    public static async Task RunAsync(BenchmarkOptions options)
    {
        await using var portal = await LoadedPortal.StartAsync(options with { Students = 0 });
        await FillAsync(portal.Database);
        await using var bare = await BareApplyHost.StartAsync(portal.Database.Source);
        using var visitor = new HttpClient();
        var cookies = new CookieContainer();
        using var school = new PortalClient(new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = portal.Address });
        await school.SignInAsync("sa");
        using var saving = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = portal.Address };
        var token = (await school.OpenAsync(Page)).Find("form[role=search] input[name=__RequestVerificationToken]").GetAttribute("value")!;

        var find = new LatencyLoad(school.Http, () => Search(Random.Shared.Next(Students), token));
        var floor = new LatencyLoad(visitor, () => new(HttpMethod.Get, BareHost.AddressOf(bare, $"/student?number={NumberOf(Random.Shared.Next(Students))}")));
        foreach (var load in new[] { floor, find })
        {
            await load.WarmUpAsync();
            await load.MeasureAsync(TimeSpan.FromSeconds(options.Seconds));
        }

        Report.Rate("申请, look-up of a student", find.Rate, floor.Rate, 0);
        foreach (var percent in new[] { 50, 95 })
            Report.Time($"look-up, p{percent}", find.Percentile(percent), floor.Percentile(percent), 0);

        var next = -1;
        await SaveAsync(() => saving.SendAsync(Save(Interlocked.Increment(ref next), token)), 2);
        var saves = await SaveAsync(() => saving.SendAsync(Save(Interlocked.Increment(ref next), token)), options.Seconds);
        var bareSaves = await SaveAsync(() => visitor.PostAsync(BareHost.AddressOf(bare, $"/save?number={NumberOf(Interlocked.Increment(ref next))}"), new ByteArrayContent(_file)), options.Seconds);
        foreach (var percent in new[] { 50, 95, 100 })
            Report.Time($"save at {SavesPerSecond} /s, p{percent}", At(saves, percent), At(bareSaves, percent), 0);
        var kept = await portal.Database.ScalarAsync<long>("select count(*) from registrytransfer_application where student_name like '申请生%' and review_id is not null");
        Console.WriteLine($"  {saves.Length} saves answered in {options.Seconds} s; {kept} applications with their review, the warm-up's too");
    }

    private static async Task<TimeSpan[]> SaveAsync(Func<Task<HttpResponseMessage>> save, int seconds)
    {
        var (clock, running) = (Stopwatch.StartNew(), new List<Task<TimeSpan>>());
        for (var count = 0; count < seconds * SavesPerSecond; count++)
        {
            // Due on time, however long the earlier ones take.
            if (TimeSpan.FromSeconds((double)count / SavesPerSecond) - clock.Elapsed is { Ticks: > 0 } early)
                await Task.Delay(early);
            running.Add(Task.Run(async () =>
            {
                var start = Stopwatch.GetTimestamp();
                using var response = await save();
                if ((int)response.StatusCode is not (302 or 303 or 204))
                    throw new InvalidOperationException($"A save answered {(int)response.StatusCode}.");
                return Stopwatch.GetElapsedTime(start);
            }));
        }

        return [.. (await Task.WhenAll(running)).Order()];
    }

    private static TimeSpan At(TimeSpan[] times, int percent) => times[Math.Min(times.Length - 1, times.Length * percent / 100)];

    private static HttpRequestMessage Search(int student, string token) => new(HttpMethod.Post, $"{Page}?handler=Search")
    {
        Content = new FormUrlEncodedContent([new("Name", NameOf(student)), new("Number", NumberOf(student)), new("__RequestVerificationToken", token)]),
    };

    private static HttpRequestMessage Save(int student, string token)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in new[]
        {
            ("__RequestVerificationToken", token), ("Name", NameOf(student)), ("Number", NumberOf(student)), ("RequestKey", Guid.NewGuid().ToString("N")),
            ("Form.InGrade", "P5"), ("Form.InClass", ""), ("Form.Reason", "ParentsRelocated"), ("Form.ReasonText", "随父母工作调动"),
        })
            form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(_file), "attachments", "material.pdf");
        return new(HttpMethod.Post, $"{Page}?handler=Save") { Content = form };
    }

    private static string NameOf(int student) => string.Create(CultureInfo.InvariantCulture, $"申请生{student}");

    private static string NumberOf(int student) => string.Create(CultureInfo.InvariantCulture, $"L44990120150101{student:D4}");

    private static async Task FillAsync(TestDatabase database)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var school = await connection.ExecuteScalarAsync<long>("select unit_id from registrytransfer_school where code = '2144990001'", transaction: transaction);
        var rows = Enumerable.Range(0, Students).Select(student => new { id = 2_000_000_000L + student, number = NumberOf(student), name = NameOf(student), school }).ToArray();
        foreach (var sql in new[]
        {
            """
            insert into registrytransfer_student (id, number, number_kind, name, name_key, gender, birth_date, id_type, id_card_masked, problem, version)
            values (@id, @number, 1, @name, @name, 1, '2015-01-01', 6, '', 0, 1)
            """,
            "insert into registrytransfer_student_number (number, student_id) values (@number, @id)",
            """
            insert into registrytransfer_enrolment (id, student_id, school_id, grade, class_no, status, boarding, start_on, entry_reason, exit_reason, active_student_id, version)
            values (@id, @id, @school, 'P5', '1', 0, 1, '2025-09-01', '正常升级', '', @id, 1)
            """,
        })
            await connection.ExecuteAsync(sql, rows, transaction);
        await transaction.CommitAsync();
    }
}
