using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Portal.Testing;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Certificates;

public sealed class SqliteCertificatePageTests(TransferFixture<Sqlite> portal) : CertificatePageTests<Sqlite>(portal);

public sealed class MariaDbCertificatePageTests(TransferFixture<MariaDb> portal) : CertificatePageTests<MariaDb>(portal);

public abstract class CertificatePageTests<TDialect>(TransferFixture<TDialect> portal) : IClassFixture<TransferFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    private const string Install = "/registrytransfer/certificate";

    public async Task InitializeAsync()
    {
        await portal.Database.ExecuteAsync("delete from registrytransfer_certificate");
        await portal.Database.ExecuteAsync("delete from registrytransfer_setting");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Without_a_certificate_the_page_says_so_and_there_is_nothing_to_download()
    {
        using var school = await portal.SignInAsync("sa");
        var page = await school.OpenAsync(Install);
        Assert.Contains("平台证书尚未上传", page.Text, StringComparison.Ordinal);
        Assert.Contains("未检测到证书", page.Text, StringComparison.Ordinal);
        Assert.Null(page.TryFind("#download"));
        Assert.Null(page.TryFind("#upload"));
        (await school.GetAsync($"{Install}?handler=Download")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Case", "transfer:35")]
    public async Task The_download_holds_exactly_the_certificate_and_the_guide()
    {
        using var authority = new TestAuthority();
        await UploadAsync(Encoding.ASCII.GetBytes(authority.Pem));
        using var school = await portal.SignInAsync("sa");
        var page = await school.OpenAsync(Install);
        Assert.Equal(authority.Fingerprint, page.TextOf("#fingerprint").Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("CN=跨省平台测试签发机构", page.TextOf("#subject"));
        Assert.Contains("1757 天", page.Text, StringComparison.Ordinal);

        var file = await school.FollowAsync("下载证书");
        file.Expect(HttpStatusCode.OK);
        Assert.Equal("attachment", file.Response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("跨省业务统一办理平台数字证书.zip", file.Response.Content.Headers.ContentDisposition.FileNameStar);
        Assert.True(file.Response.Headers.CacheControl!.NoStore);
        using var zip = new ZipArchive(new MemoryStream(file.Content));
        Assert.Equal(["kspt.crt", "跨省办理平台数字证书安装说明文档.doc"], zip.Entries.Select(entry => entry.FullName));
        using var certificate = new MemoryStream();
        await zip.Entries[0].Open().CopyToAsync(certificate);
        Assert.Equal(authority.Fingerprint, Convert.ToHexString(SHA256.HashData(certificate.ToArray())));

        // Bit 11 of the flags of the second entry's header: the name is UTF-8.
        var header = file.Content.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        Assert.Equal(0x0800, BitConverter.ToUInt16(file.Content, header + 8) & 0x0800);
    }

    [Fact]
    public async Task A_new_certificate_takes_the_place_of_the_old_one_and_both_are_known()
    {
        using var first = new TestAuthority("CN=第一");
        using var second = new TestAuthority("CN=第二");
        using var admin = await UploadAsync(first.Der);
        using var late = await portal.SignInAsync("admin");
        await late.OpenAsync(Install);
        await admin.SubmitAsync("#upload", null, File(second.Der));
        Assert.Equal("CN=第二", admin.Page.TextOf("#subject"));
        Assert.Contains("CN=第一", admin.Page.TextOf("#history"), StringComparison.Ordinal);
        var stale = (await late.SubmitAsync("#upload", null, File(first.Der))).Expect(HttpStatusCode.Conflict);
        Assert.Contains("已被其他人修改", stale.Text, StringComparison.Ordinal);
        Assert.Equal(1, await portal.Database.ScalarAsync<int>("select count(*) from registrytransfer_certificate where is_current = 1"));
        Assert.Equal(1, await portal.Database.ScalarAsync<int>("select count(*) from portal_audit where action = '上传平台证书' and after_json like '%CN=第二%'"));
    }

    [Fact]
    public async Task What_is_no_authority_or_too_large_is_refused_with_the_reason()
    {
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync(Install);
        var wrong = (await admin.SubmitAsync("#upload", null, File([1, 2, 3]))).Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("文件不是 X.509 证书", wrong.Text, StringComparison.Ordinal);
        var large = (await admin.SubmitAsync("#upload", null, File(new byte[(64 * 1024) + 1]))).Expect(HttpStatusCode.RequestEntityTooLarge);
        Assert.Contains("超过 64 KB", large.Text, StringComparison.Ordinal);

        // Far beyond what a form may be: still the page with the reason, with nothing kept of the file.
        var huge = (await admin.SubmitAsync("#upload", null, File(new byte[3 << 20]))).Expect(HttpStatusCode.RequestEntityTooLarge);
        Assert.Contains("超过 64 KB", huge.Text, StringComparison.Ordinal);
        Assert.NotNull(huge.TryFind("#upload"));
        Assert.Equal(0, await portal.Database.ScalarAsync<int>("select count(*) from registrytransfer_certificate"));
    }

    [Fact]
    [Trait("Case", "transfer:35")]
    public async Task Warned_pages_open_with_a_reminder_and_enforced_ones_lead_to_the_installation()
    {
        using var authority = new TestAuthority();
        using var admin = await UploadAsync(authority.Der);
        using var school = await portal.SignInAsync("sa");
        Assert.Null((await school.OpenAsync("/registrytransfer/apply/transfer")).TryFind("#certificate-reminder"));

        await admin.SubmitAsync("#mode-form", new { mode = "Warn" });
        var warned = await school.OpenAsync("/registrytransfer/apply/transfer");
        Assert.Equal(Install, warned.Find("#certificate-reminder a").GetAttribute("href"));

        var refused = (await admin.SubmitAsync("#mode-form", new { mode = "Enforce" })).Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("没有有效的个人证书", refused.Text, StringComparison.Ordinal);
        Assert.True(refused.Find("input[value=Enforce]").HasAttribute("checked"));
        await admin.SubmitAsync("#mode-form", new { confirmed = "true" });
        Assert.Contains("检查方式已设为“强制”", admin.Page.Text, StringComparison.Ordinal);
        foreach (var page in new[] { "apply", "query" })
        {
            foreach (var kind in new[] { "transfer", "post-graduation" })
            {
                var gated = (await school.GetAsync($"/registrytransfer/{page}/{kind}")).Expect(HttpStatusCode.Forbidden);
                Assert.Equal(Install, gated.Find(".error-actions a.btn-primary").GetAttribute("href"));
            }
        }

        using var leader = await portal.SignInAsync("sa-lead");
        (await leader.GetAsync("/registrytransfer/review/transfer")).Expect(HttpStatusCode.Forbidden).Find($"a[href='{Install}']");
        (await leader.GetAsync("/registrytransfer/revoke/transfer")).Expect(HttpStatusCode.Forbidden).Find(".error-actions");
        (await school.PostAsync("/registrytransfer/apply/transfer")).Expect(HttpStatusCode.Forbidden).Find(".error-actions");
        await school.OpenAsync(Install);
        await school.OpenAsync("/registrytransfer/students");
        await leader.OpenAsync(Install);
        await admin.OpenAsync(Install);
        Assert.Equal(1, await portal.Database.ScalarAsync<int>("select count(*) from portal_audit where action = '设置证书检查方式' and after_json like '%强制%'"));
    }

    [Fact]
    public async Task Nothing_is_enforced_without_a_certificate_and_a_stale_choice_is_refused()
    {
        using var admin = await portal.SignInAsync("admin");
        using var late = await portal.SignInAsync("admin");
        await admin.OpenAsync(Install);
        await late.OpenAsync(Install);
        var refused = (await admin.SubmitAsync("#mode-form", new { mode = "Enforce", confirmed = "true" })).Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Contains("不能强制检查", refused.Text, StringComparison.Ordinal);
        await admin.SubmitAsync("#mode-form", new { mode = "Warn" });
        (await late.SubmitAsync("#mode-form", new { mode = "Off" })).Expect(HttpStatusCode.Conflict);
        Assert.Equal("warn", await portal.Database.ScalarAsync<string>("select value from registrytransfer_setting where name = 'certificate.mode'"));
    }

    private static TestFile File(byte[] content) => new("file", "kspt.crt", content);

    private async Task<PortalClient> UploadAsync(byte[] content)
    {
        var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync(Install);
        await admin.SubmitAsync("#upload", null, File(content));
        Assert.Contains("平台证书已更新", admin.Page.Text, StringComparison.Ordinal);
        return admin;
    }
}
