using Portal.Testing;

namespace Portal.Specification.Tests.Attachments;

public abstract class AttachmentRefusalTests<TDialect>(AttachmentFixture<TDialect> portal) : IClassFixture<AttachmentFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    [Theory]
    [Trait("Case", "transfer:20")]
    [InlineData("证明.pdf", "MZ", 5000, 415, "的内容不是 PDF")]
    [InlineData("a.pdf.exe", "%PDF-", 5000, 415, "不是允许的文件类型")]
    [InlineData("a.exe.pdf", "%PDF-", 5000, 415, "程序的扩展名")]
    [InlineData("照片.jpg", "%PDF-", 5000, 415, "的内容不是 JPG")]
    [InlineData("a.html", "<html>", 5000, 415, "不是允许的文件类型")]
    [InlineData("a\u202Efdp.exe", "%PDF-", 5000, 415, "不是允许的文件类型")]
    [InlineData("没有扩展名", "%PDF-", 5000, 415, "不是允许的文件类型")]
    [InlineData("证明.pdf", "", 0, 422, "是空文件（0 字节）")]
    [InlineData("证明.pdf", "%PDF-", (5 << 20) + 1, 413, "超过 5 MB")]
    [InlineData("照片.png", "\u0089PNG\r\n\u001A\n", (2 << 20) + 1, 413, "超过 2 MB")]
    public async Task A_bad_file_is_refused_with_its_reason_and_nothing_is_stored(string name, string start, int size, int status, string reason)
    {
        using var client = await portal.OpenAsync();
        var page = await RawForm.Of(client, "没有丢").File(name, Files.Content(System.Text.Encoding.Latin1.GetBytes(start), size)).PostAsync(client, portal.Page);
        page.Expect(status);
        Assert.Contains(reason, page.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("没有丢", page.Find("[name=Note]").GetAttribute("value"));
        Assert.Equal((0, 0), (await portal.CountAsync(), await portal.CountAsync("toolkit_attachment_chunk")));
    }

    [Fact]
    public async Task Files_at_their_limit_and_good_files_beside_a_bad_one_are_kept()
    {
        using var client = await portal.OpenAsync();
        var page = await RawForm.Of(client)
            .File("a.pdf", Files.Pdf(5 << 20))
            .File("假.pdf", Files.Content("MZ"u8, 4 << 20))
            .File("b.JPEG", Files.Content([0xFF, 0xD8, 0xFF, 0xE0], 2 << 20))
            .File("", [])
            .PostAsync(client, portal.Page);
        page.Expect(415);
        Assert.Equal(["a.pdf", "b.JPEG"], page.TextsOf(".attachment-list a"));
    }

    [Theory]
    [Trait("Case", "transfer:22")]
    [InlineData("../../etc/x.pdf", "x.pdf")]
    [InlineData("C:\\\\temp\\\\证明 1.pdf", "证明 1.pdf")]
    [InlineData("学校👩‍🏫🎓.pdf", "学校👩‍🏫🎓.pdf")]
    [InlineData("a\u200Bb\u0007c.pdf", "abc.pdf")]
    [InlineData("<script>alert(1)</script>.pdf", "script>.pdf")]
    [InlineData("<b>&amp;.pdf", "<b>&amp;.pdf")]
    [InlineData(".pdf", "附件.pdf")]
    public async Task A_strange_name_is_cleaned_and_shown_as_text(string name, string shown)
    {
        using var client = await portal.OpenAsync();
        var page = await RawForm.Of(client).File(name, Files.Pdf()).PostAsync(client, portal.Page);
        Assert.Equal(shown, page.TextOf(".attachment-list a"));
        Assert.Equal(shown, await portal.Database.ScalarAsync<string>("select display_name from toolkit_attachment"));
    }

    [Fact]
    [Trait("Case", "transfer:22")]
    public async Task A_long_name_is_cut_before_its_extension_and_never_inside_a_character()
    {
        using var client = await portal.OpenAsync();
        await RawForm.Of(client).File($"{new string('长', 95)}👩‍🏫{new string('x', 200)}.pdf", Files.Pdf()).PostAsync(client, portal.Page);
        Assert.Equal($"{new string('长', 95)}.pdf", await portal.Database.ScalarAsync<string>("select display_name from toolkit_attachment"));
    }

    [Fact]
    public async Task Without_the_token_in_front_nothing_is_taken()
    {
        using var client = await portal.OpenAsync();
        var token = client.Page.Find("[name=__RequestVerificationToken]").GetAttribute("value")!;
        (await new RawForm().Field("Note", "x").File("a.pdf", Files.Pdf()).PostAsync(client, portal.Page)).Expect(400);
        (await new RawForm().Field("Note", "x").File("a.pdf", Files.Pdf()).Field("__RequestVerificationToken", token).PostAsync(client, portal.Page)).Expect(400);
        (await new RawForm().Field("__RequestVerificationToken", token[..^3]).File("a.pdf", Files.Pdf()).PostAsync(client, portal.Page)).Expect(400);
        Assert.Equal(0, await portal.CountAsync());
    }

    [Fact]
    public async Task What_browsers_put_behind_the_files_is_harmless_a_field_that_would_be_lost_is_refused()
    {
        using var client = await portal.OpenAsync();
        (await RawForm.Of(client).File("a.pdf", Files.Pdf()).Field("__RequestVerificationToken", "x").Field("Flag", "false").PostAsync(client, portal.Page)).Expect(200);
        Assert.Equal(1, await portal.CountAsync());
        await client.OpenAsync(portal.Page);
        (await RawForm.Of(client).File("a.pdf", Files.Pdf()).Field("Reason", "late").PostAsync(client, portal.Page)).Expect(400);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        using var client = await portal.OpenAsync();
        (await RawForm.Of(client).File("a.pdf", Files.Pdf(3 << 20)).PostAsync(client, portal.Page, isWhole: false)).Expect(400);
        Assert.Equal((0, 0), (await portal.CountAsync(), await portal.CountAsync("toolkit_attachment_chunk")));
    }

    public Task InitializeAsync() => portal.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;
}

public sealed class AttachmentRefusalOnSqlite(AttachmentFixture<Sqlite> portal) : AttachmentRefusalTests<Sqlite>(portal);

public sealed class AttachmentRefusalOnMariaDb(AttachmentFixture<MariaDb> portal) : AttachmentRefusalTests<MariaDb>(portal);
