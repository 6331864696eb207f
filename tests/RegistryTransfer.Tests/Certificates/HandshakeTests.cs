using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Portal.Testing;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Certificates;

/// <summary>The built host with an HTTPS endpoint of its own: certificates are shown in a real TLS handshake, or passed on by a proxy.</summary>
public sealed class HandshakeTests : IAsyncLifetime
{
    private const string Install = "/registrytransfer/certificate";
    private const string Gated = "/registrytransfer/apply/transfer";
    private const string Header = "X-SSL-Client-Cert";

    private readonly TestDatabase _database = TestDatabase.Create<Sqlite>();
    private readonly string _serverFile = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pfx");
    private readonly Uri _plain = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Find()}"));
    private readonly Uri _secure = new(string.Create(CultureInfo.InvariantCulture, $"https://127.0.0.1:{FreePort.Find()}"));
    private readonly TestAuthority _authority = new();
    private readonly X509Certificate2 _server = ServerCertificate();
    private PortalProcess? _host;

    public Task InitializeAsync() => File.WriteAllBytesAsync(_serverFile, _server.Export(X509ContentType.Pfx));

    public async Task DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        await _database.DisposeAsync();
        _authority.Dispose();
        _server.Dispose();
        File.Delete(_serverFile);
    }

    [Fact]
    [Trait("Case", "transfer:35")]
    public async Task A_certificate_of_the_uploaded_authority_opens_the_gate_and_no_other_does()
    {
        await StartAsync([]);
        using var mine = _authority.Issue();
        using var stranger = new TestAuthority();
        using var foreign = stranger.Issue();
        await EnforceAsync(mine);

        using var accepted = await SignInAsync("sa", mine);
        await accepted.OpenAsync(Gated);
        Assert.Contains("已检测到证书", (await accepted.OpenAsync(Install)).TextOf("section[aria-labelledby=connection]"), StringComparison.Ordinal);
        await accepted.SearchAsync("张示例", "G449901201503120132");
        Assert.Equal(1, await _database.ScalarAsync<int>(
            "select count(*) from portal_audit where module = 'RegistryTransfer' and after_json like @part", new { part = $"%{mine.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant()}%" }));

        using var other = await SignInAsync("sa", foreign);
        Assert.Contains("不是本平台签发机构签发的", (await other.GetAsync(Gated)).Expect(HttpStatusCode.Forbidden).Text, StringComparison.Ordinal);
        await other.OpenAsync(Install);

        using var without = await SignInAsync("sa", null);
        (await without.GetAsync(Gated)).Expect(HttpStatusCode.Forbidden).Find($"a[href='{Install}']");
        Assert.Contains("未检测到证书", (await without.OpenAsync(Install)).Text, StringComparison.Ordinal);

        using var plain = PortalProcess.Browse(_plain);
        await plain.SignInAsync("sa");
        (await plain.GetAsync(Gated)).Expect(HttpStatusCode.Forbidden);
        plain.Http.DefaultRequestHeaders.Add(Header, Uri.EscapeDataString(mine.ExportCertificatePem()));
        (await plain.GetAsync(Gated)).Expect(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("127.0.0.1,::1", HttpStatusCode.OK)]
    [InlineData("192.0.2.0/24", HttpStatusCode.Forbidden)]
    public async Task A_forwarded_certificate_counts_from_a_known_proxy_only(string proxies, HttpStatusCode answer)
    {
        await StartAsync(new() { ["Portal:ClientCertificateHeader"] = Header, ["Portal:ClientCertificateProxies"] = proxies });
        using var mine = _authority.Issue();
        await EnforceAsync(mine);
        using var browser = PortalProcess.Browse(_plain);

        // What the proxy says of the client's address must not decide whether the proxy is known.
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-For", proxies.StartsWith("127", StringComparison.Ordinal) ? "203.0.113.7" : "192.0.2.9");
        browser.Http.DefaultRequestHeaders.Add(Header, Uri.EscapeDataString(mine.ExportCertificatePem()));
        await browser.SignInAsync("sa");
        (await browser.GetAsync(Gated)).Expect(answer);
        browser.Http.DefaultRequestHeaders.Remove(Header);
        browser.Http.DefaultRequestHeaders.Add(Header, "broken");
        (await browser.GetAsync(Gated)).Expect(HttpStatusCode.Forbidden);
    }

    private static X509Certificate2 ServerCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
    }

    private async Task StartAsync(Dictionary<string, string?> settings)
    {
        settings["Kestrel:Endpoints:Plain:Url"] = _plain.ToString();
        settings["Kestrel:Endpoints:Secure:Url"] = _secure.ToString();
        settings["Kestrel:Certificates:Default:Path"] = _serverFile;
        settings["Portal:Now"] = "2026-03-10T10:00:00+08:00";
        settings["Portal:DemoStudents"] = "0";
        settings["RegistryTransfer:AutomaticRollUp"] = "false";
        _host = PortalProcess.Start(_database, settings, new Dictionary<string, string> { ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true" });
        await _host.WaitUntilReadyAsync(address: _plain);
    }

    /// <summary>The administrator uploads the authority and, with a certificate of it, need not confirm.</summary>
    private async Task EnforceAsync(X509Certificate2 own)
    {
        using var admin = await SignInAsync("admin", own);
        await admin.OpenAsync(Install);
        await admin.SubmitAsync("#upload", null, new TestFile("file", "kspt.crt", _authority.Der));
        await admin.SubmitAsync("#mode-form", new { mode = "Enforce" });
        Assert.Contains("检查方式已设为“强制”", admin.Page.Text, StringComparison.Ordinal);
    }

    private async Task<PortalClient> SignInAsync(string account, X509Certificate2? certificate)
    {
        var client = PortalProcess.Browse(_secure, _server, certificate);
        await client.SignInAsync(account);
        return client;
    }
}
