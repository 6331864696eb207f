using System.Net;
using System.Security.Cryptography;
using Portal.Testing;

namespace Portal.Specification.Tests.Attachments;

public abstract class AttachmentUploadTests<TDialect>(AttachmentFixture<TDialect> portal) : IClassFixture<AttachmentFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    private const string Form = "form.form-page";

    [Fact]
    [Trait("Case", "transfer:4")]
    public async Task A_file_saved_with_its_form_belongs_to_the_record_and_comes_back_byte_for_byte()
    {
        var content = Files.Pdf((2 << 20) + 12345);
        using var client = await portal.OpenAsync();
        var saved = await client.SubmitAsync(Form, new { Note = "春季" }, new TestFile("attachments", "校历 2026.pdf", content));
        saved.Expect(HttpStatusCode.OK);
        Assert.Contains("已上传 1 个文件", saved.Text, StringComparison.Ordinal);
        var row = Assert.Single(await portal.Database.QueryAsync<Row>("select id, owner_id, size, sha256, media_type, display_name from toolkit_attachment"));
        Assert.Equal((portal.Term, content.Length, "application/pdf", "校历 2026.pdf"), (row.OwnerId, row.Size, row.MediaType, row.DisplayName));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), row.Sha256);
        Assert.Equal(3, await portal.CountAsync("toolkit_attachment_chunk"));

        var file = await client.FollowAsync(".attachment-list a");
        Assert.Equal(content, file.Content);
    }

    [Fact]
    public async Task What_else_is_wrong_loses_neither_the_file_nor_what_was_typed()
    {
        using var client = await portal.OpenAsync();
        var content = Files.Pdf();
        var page = await client.SubmitAsync(Form, new { Note = new string('长', 51) }, new TestFile("attachments", "a.pdf", content));
        Assert.Contains("说明最多 50 个字", page.Text, StringComparison.Ordinal);
        Assert.Equal(new string('长', 51), page.Find("[name=Note]").GetAttribute("value"));
        Assert.Contains("a.pdf", page.TextOf(".attachment-list"), StringComparison.Ordinal);

        // The file itself is refused now, the one before stays, and so does the text.
        page = await client.SubmitAsync(Form, new { Note = "改好了" }, new TestFile("attachments", "b.exe", [0x4D, 0x5A]));
        page.Expect(415);
        Assert.Equal("改好了", page.Find("[name=Note]").GetAttribute("value"));
        Assert.Contains("b.exe", page.TextOf(".field-validation-error:not(:empty)"), StringComparison.Ordinal);
        await client.SubmitAsync(Form, new { Note = "改好了" });
        Assert.Equal(portal.Term, await portal.Database.ScalarAsync<long>("select owner_id from toolkit_attachment"));
    }

    [Fact]
    public async Task Files_are_uploaded_and_removed_before_the_form_is_finished()
    {
        using var client = await portal.OpenAsync();
        var page = await client.SubmitAsync("[name=attachments-upload]", null, new TestFile("attachments", "a.pdf", Files.Pdf()), new TestFile("attachments", "b.pdf", Files.Pdf()));
        page.Expect(HttpStatusCode.OK);
        Assert.Equal(2, page.FindAll(".attachment-list li").Count);
        Assert.Empty(page.FindAll(".error-summary"));
        page = await client.SubmitAsync(".attachment-list li:first-child button", new { Note = "还没写完" });
        Assert.Equal("b.pdf", Assert.Single(page.TextsOf(".attachment-list a")));
        Assert.Equal("还没写完", page.Find("[name=Note]").GetAttribute("value"));
        Assert.Equal((1, 1), (await portal.CountAsync(), await portal.CountAsync("toolkit_attachment_chunk")));
    }

    [Fact]
    public async Task A_sixth_file_is_refused_and_the_five_stay()
    {
        using var client = await portal.OpenAsync();
        var files = Enumerable.Range(1, 6).Select(number => new TestFile("attachments", $"{number}.pdf", Files.Pdf())).ToArray();
        var page = await client.SubmitAsync(Form, new { Note = "多" }, files);
        page.Expect(422);
        Assert.Contains("最多 5 个附件，“6.pdf”没有上传", page.Text, StringComparison.Ordinal);
        Assert.Equal(5, page.FindAll(".attachment-list li").Count);
        Assert.Null(page.TryFind("input[type=file]"));
    }

    [Fact]
    [Trait("Case", "transfer:I10")]
    public async Task The_same_drafts_are_bound_once()
    {
        using var client = await portal.OpenAsync();
        await client.SubmitAsync("[name=attachments-upload]", null, new TestFile("attachments", "a.pdf", Files.Pdf()));
        var token = client.Page.Find("[name=attachments-draft]").GetAttribute("value");
        var draft = client.Page.Find(".attachment-list li button").GetAttribute("value");
        await client.SubmitAsync(Form, new { Note = "一" });
        await client.OpenAsync(portal.Page);
        var page = await client.SubmitAsync(Form, new Dictionary<string, object?> { ["Note"] = "二", ["attachments-draft"] = token });
        Assert.Contains("请选择校历文件", page.Text, StringComparison.Ordinal);
        await client.SubmitAsync("[name=attachments-upload]", new Dictionary<string, object?> { ["attachments-draft"] = token }, new TestFile("attachments", "b.pdf", Files.Pdf()));
        client.Page.Find(".attachment-list li button").SetAttribute("value", draft!);
        await client.SubmitAsync(".attachment-list li button");
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_attachment where id = @draft and owner_id is not null and is_complete = 1", new { draft = long.Parse(draft!, System.Globalization.CultureInfo.InvariantCulture) }));
    }

    public Task InitializeAsync() => portal.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    private sealed record Row
    {
        public long Id { get; init; }

        public long OwnerId { get; init; }

        public int Size { get; init; }

        public string Sha256 { get; init; } = "";

        public string MediaType { get; init; } = "";

        public string DisplayName { get; init; } = "";
    }
}

public sealed class AttachmentUploadOnSqlite(AttachmentFixture<Sqlite> portal) : AttachmentUploadTests<Sqlite>(portal);

public sealed class AttachmentUploadOnMariaDb(AttachmentFixture<MariaDb> portal) : AttachmentUploadTests<MariaDb>(portal);
