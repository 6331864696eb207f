using System.Net;
using Portal.Testing;

namespace Workbench.Tests.Records;

public abstract class RecordSecrecyTests<TDialect>(FairFixture<TDialect> portal) : IClassFixture<FairFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    [Trait("Case", "exchange:45")]
    public async Task Files_are_taken_by_kind_and_size_under_their_own_name_and_go_while_it_is_a_draft()
    {
        using var client = await portal.SignInAsync("clerk");
        var address = await portal.DraftAsync(client, "<script>alert(1)</script>");
        Assert.Contains("<script>alert(1)</script>", client.Page.TextOf("h1"), StringComparison.Ordinal);
        Assert.Null(client.Page.TryFind("main script:not([src])"));
        (await client.SubmitAsync("#upload-form", null, new TestFile("attachments", "run.exe", "MZ"u8.ToArray()))).Expect(415);
        Assert.Contains("“run.exe”不是允许的文件类型", client.Page.TextOf(".error-summary"), StringComparison.Ordinal);
        (await client.SubmitAsync("#upload-form", null, new TestFile("attachments", "big.pdf", [.. "%PDF-1.7\n"u8, .. new byte[60 << 20]]))).Expect(413);
        Assert.Contains("“big.pdf”超过 20 MB", client.Page.TextOf(".error-summary"), StringComparison.Ordinal);
        (await client.SubmitAsync("#upload-form", new { _field = "nothing" }, FairFiles.Pdf("b.pdf"))).Expect(422);
        await client.OpenAsync(address);
        (await client.SubmitAsync("#upload-form")).Expect(422);
        Assert.Contains("请选择要上传的文件", client.Page.TextOf("#upload-form"), StringComparison.Ordinal);
        (await client.SubmitAsync("#upload-form", new { _field = "agenda" }, FairFiles.Pdf(@"..\..\a.pdf"))).Expect(200);
        Assert.Equal(["议程.pdf", "a.pdf"], client.Page.TextsOf("section[aria-labelledby=files] .attachment-list a"));
        (await client.SubmitAsync("form[action*=RemoveFile]")).Expect(200);
        Assert.Equal(["a.pdf"], client.Page.TextsOf("section[aria-labelledby=files] .attachment-list a"));
        var file = client.Page.Find(".attachment-list a").GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(file)).Status);
        using var other = await portal.SignInAsync("other");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(file)).Status);

        await client.OpenAsync(address);
        (await client.SubmitAsync("#submit-form")).Expect(200);
        Assert.Null(client.Page.TryFind("#upload-form"));
        Assert.Null(client.Page.TryFind("form[action*=RemoveFile]"));
    }

    [Fact]
    public async Task A_kept_file_is_added_later_and_the_agenda_is_not()
    {
        using var client = await portal.SignInAsync("clerk");
        await portal.ApprovedAsync(client, "有照片的");
        Assert.Equal(["照片"], client.Page.TextsOf("#upload-form select option"));
        (await client.SubmitAsync("#upload-form", null, FairFiles.Pdf("照片.pdf"))).Expect(200);
        Assert.Contains("照片.pdf", client.Page.TextOf("section[aria-labelledby=files]"), StringComparison.Ordinal);
        (await client.SubmitAsync("#upload-form", new { _field = "agenda" }, FairFiles.Pdf("新议程.pdf"))).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_sensitive_record_shows_others_its_open_fields_only_and_notes_who_read_it()
    {
        using var office = await portal.SignInAsync("office");
        await office.OpenAsync($"{FairFixture<TDialect>.Notes}/new");
        var art = office.Page.FindAll("#told option").Single(option => option.TextContent == "美术学院").GetAttribute("value");
        (await office.SubmitAsync("button[name=_submit]", new { title = "安保一号", result = "同意", facts = "详细情况不外传", told = art })).Expect(200);
        Assert.Equal("/workbench/todos", office.Page.Url.AbsolutePath);
        var id = await portal.Database.ScalarAsync<long>("select id from toolkit_record where title = '安保一号'");
        var address = $"{FairFixture<TDialect>.Notes}/{id}";
        await office.OpenAsync(address);
        Assert.Equal($"/workbench/todos?note={id}", office.Page.FindAll(".page-actions a").Single(link => link.TextContent.Contains("打开安保记录页面", StringComparison.Ordinal)).GetAttribute("href"));
        (await office.SubmitAsync("#comment-form", new { _comment = "内部讨论" })).Expect(200);
        var reads = await ReadsAsync(id);
        Assert.True(reads > 0);

        using var clerk = await portal.SignInAsync("clerk");
        var seen = (await clerk.OpenAsync(address)).Text;
        Assert.Contains("同意", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("详细情况", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("内部讨论", seen, StringComparison.Ordinal);
        Assert.Null(clerk.Page.TryFind("#log"));
        Assert.Equal(reads, await ReadsAsync(id));
        using var reader = await portal.SignInAsync("reader");
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(address)).Status);
    }

    [Fact]
    public async Task Sensitive_fields_are_masked_for_whoever_does_not_work_on_the_record()
    {
        using var office = await portal.SignInAsync("office");
        using var clerk = await portal.SignInAsync("clerk");
        var address = await portal.DraftAsync(clerk, "有证件号", values => values["contactNo"] = "E12345678");
        Assert.Contains("E12345678", clerk.Page.Text, StringComparison.Ordinal);
        using var head = await portal.SignInAsync("head");
        await head.OpenAsync(address);
        Assert.Contains("E12345678", head.Page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync(address)).Status);
    }

    [Fact]
    public async Task A_record_of_Hong_Kong_carries_its_banner()
    {
        using var client = await portal.SignInAsync("clerk");
        await portal.DraftAsync(client, "赴港", values => values["region"] = "HK");
        Assert.Contains("按港澳台规定办理", client.Page.TextOf(".alert-info"), StringComparison.Ordinal);
    }

    private Task<long> ReadsAsync(long id) => portal.Database.ScalarAsync<long>("select count(*) from portal_audit where action = '安保记录：查看' and subject = @subject", new { subject = $"record:{id}" });
}

public sealed class SqliteRecordSecrecyTests(FairFixture<Sqlite> portal) : RecordSecrecyTests<Sqlite>(portal);

public sealed class MariaDbRecordSecrecyTests(FairFixture<MariaDb> portal) : RecordSecrecyTests<MariaDb>(portal);
