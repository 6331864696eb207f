using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Portal.Testing;

namespace Portal.Specification.Tests.Attachments;

/// <summary>The host as a process of its own, on Kestrel, whose memory and whose death can be watched.</summary>
public abstract class HugeUploadTests<TDialect> : IAsyncLifetime
    where TDialect : ITestDialect
{
    private const long Huge = 200L << 20;
    private readonly TestDatabase _database = TestDatabase.Create<TDialect>();
    private readonly DropInFolder _folder = new();
    private readonly string _temporary = Directory.CreateTempSubdirectory("portal-temporary-").FullName;
    private PortalProcess _host = null!;
    private string _page = "";

    [Theory]
    [Trait("Case", "transfer:4")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_hundred_megabytes_are_cut_off_with_flat_memory_and_leave_nothing(bool isAnnounced)
    {
        using var client = await OpenAsync();
        await PostAsync(client, RawForm.Of(client).Endless("warm.pdf", 6 << 20, isAnnounced));
        var before = _host.WorkingSet;
        var peak = before;
        using var watching = new CancellationTokenSource();
        var watch = Task.Run(async () =>
        {
            while (!watching.IsCancellationRequested)
            {
                peak = Math.Max(peak, _host.WorkingSet);
                await Task.Delay(20);
            }
        });
        var page = await PostAsync(client, RawForm.Of(client, "没有丢").Endless("大.pdf", Huge, isAnnounced));
        await watching.CancelAsync();
        await watch;
        page.Expect(HttpStatusCode.RequestEntityTooLarge);
        Assert.Contains("“大.pdf”超过 5 MB", page.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("没有丢", page.Find("[name=Note]").GetAttribute("value"));
        Assert.True(peak - before < 40 << 20, $"The working set grew by {(peak - before) >> 20} MB.");
        await AssertNothingIsLeftAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_refusal_comes_as_soon_as_the_limit_is_passed_not_when_the_body_ends(bool isAnnounced)
    {
        var cookies = new CookieContainer();
        using var client = await OpenAsync(new PortalClient(new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = _host.Address }));
        var begun = RawForm.Of(client).Begin("大.pdf", 6 << 20);
        using var connection = new TcpClient();
        await connection.ConnectAsync(_host.Address.Host, _host.Address.Port);
        await using var stream = connection.GetStream();
        var framing = isAnnounced ? $"Content-Length: {Huge}\r\n\r\n" : $"Transfer-Encoding: chunked\r\n\r\n{begun.Length:x}\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {_page} HTTP/1.1\r\nHost: {_host.Address.Authority}\r\nCookie: {cookies.GetCookieHeader(_host.Address)}\r\nContent-Type: {RawForm.ContentType}\r\n{framing}"));
        await stream.WriteAsync(begun);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var answer = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await answer.ReadLineAsync(patience.Token));
    }

    [Fact]
    public async Task Half_an_upload_of_a_killed_host_is_purged()
    {
        using var client = await OpenAsync();
        using var patience = new CancellationTokenSource();
        var upload = PostHalfAsync(client, patience.Token);
        await WaitForChunksAsync(3);
        await _host.KillAsync();
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => upload);
        Assert.Equal(0, await _database.ScalarAsync<long>("select is_complete from toolkit_attachment"));
        Assert.Equal(3, await _database.ScalarAsync<long>("select count(*) from toolkit_attachment_chunk"));
        await using var later = new PortalFactory(_database) { Clock = new MovableClock(DateTimeOffset.UtcNow.AddHours(25)) };
        await AttachmentAccessTests<TDialect>.PurgeAsync(later.Services);
        await AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task Half_an_upload_of_a_browser_that_went_away_is_removed_at_once()
    {
        using var client = await OpenAsync();
        using var patience = new CancellationTokenSource();
        var upload = PostHalfAsync(client, patience.Token);
        await WaitForChunksAsync(3);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => upload);
        await WaitForChunksAsync(0);
        await AssertNothingIsLeftAsync();
    }

    public async Task InitializeAsync()
    {
        _folder.Add("Samples.DropIn");
        _host = await PortalProcess.Start(
            _database,
            new Dictionary<string, string?> { ["Portal:ModulesPath"] = _folder.Path, ["Portal:Modules:Samples.DropIn:Enabled"] = "true", ["Portal:DemoStudents"] = "0" },
            new Dictionary<string, string> { ["ASPNETCORE_TEMP"] = _temporary, ["TMPDIR"] = _temporary }).WaitUntilReadyAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
        Directory.Delete(_temporary, recursive: true);
    }

    private async Task<PortalClient> OpenAsync(PortalClient? client = null)
    {
        client ??= _host.Browse();
        await client.SignInAsync("admin");
        await client.OpenAsync("/samples.dropin/weeks");
        await client.SubmitAsync("form[method=post]:has([name=FirstDay])", new { Name = "第二学期", FirstDay = "2026-03-02" });
        _page = $"/samples.dropin/calendars?term={await _database.ScalarAsync<long>("select max(id) from samplesdropin_term")}";
        await client.OpenAsync(_page);
        return client;
    }

    private async Task<PortalPage> PostAsync(PortalClient client, HttpContent content)
    {
        using (content)
            return await PortalPage.ReadAsync(await client.Http.PostAsync(new Uri(_page, UriKind.Relative), content));
    }

    private Task<HttpResponseMessage> PostHalfAsync(PortalClient client, CancellationToken cancellationToken) =>
        client.Http.PostAsync(new Uri(_page, UriKind.Relative), RawForm.Of(client).Endless("a.pdf", 4 << 20, isAnnounced: true, hold: (3 << 20) + 1000), cancellationToken);

    private async Task WaitForChunksAsync(int chunks)
    {
        var watch = Stopwatch.StartNew();
        while (await _database.ScalarAsync<long>("select count(*) from toolkit_attachment_chunk") != chunks && watch.Elapsed < TimeSpan.FromSeconds(30))
            await Task.Delay(50);
    }

    private async Task AssertNothingIsLeftAsync()
    {
        Assert.Equal(0, await _database.ScalarAsync<long>("select count(*) from toolkit_attachment"));
        Assert.Equal(0, await _database.ScalarAsync<long>("select count(*) from toolkit_attachment_chunk"));
        Assert.Empty(Directory.EnumerateFiles(_temporary, "ASPNETCORE*", SearchOption.AllDirectories));
    }
}

public sealed class HugeUploadOnSqlite : HugeUploadTests<Sqlite>;

public sealed class HugeUploadOnMariaDb : HugeUploadTests<MariaDb>;
