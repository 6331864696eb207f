using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.BackgroundTasks;
using Portal.Testing;

namespace Portal.Specification.Tests.Attachments;

public abstract class AttachmentAccessTests<TDialect>(AttachmentFixture<TDialect> portal) : IClassFixture<AttachmentFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    [Fact]
    public async Task A_download_is_saved_and_never_shown()
    {
        using var client = await portal.OpenAsync();
        await client.SubmitAsync("form.form-page", new { Note = "x" }, new TestFile("attachments", "校历；'春'.pdf", Files.Pdf(), "text/html"));
        var file = await client.FollowAsync(".attachment-list a");
        file.Expect(HttpStatusCode.OK);
        var content = file.Response.Content.Headers;
        Assert.Equal("application/pdf", content.ContentType!.ToString());
        Assert.Equal("attachment", content.ContentDisposition!.DispositionType);
        Assert.Equal("校历；'春'.pdf", content.ContentDisposition.FileNameStar);
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(file.Response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(file.Response.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(file.Response.Headers.CacheControl!.NoStore);
        using var head = await client.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, file.Url));
        Assert.Equal((HttpStatusCode.OK, 1000), (head.StatusCode, head.Content.Headers.ContentLength));
    }

    [Fact]
    [Trait("Case", "transfer:23")]
    public async Task To_the_uninvolved_a_file_does_not_exist_and_strangers_sign_in()
    {
        using var client = await portal.OpenAsync();
        await client.SubmitAsync("form.form-page", new { Note = "x" }, new TestFile("attachments", "a.pdf", Files.Pdf()));
        var address = client.Page.Find(".attachment-list a").GetAttribute("href")!;
        using var leader = await portal.SignInAsync("leader1");
        (await leader.GetAsync(address)).Expect(404);
        using var stranger = portal.Browse();
        Assert.Equal("/organisation/account/signin", (await stranger.GetAsync(address)).Url.AbsolutePath);
        (await client.GetAsync("/attachments/999999999")).Expect(404);
    }

    [Fact]
    public async Task A_draft_is_its_uploaders_alone()
    {
        using var client = await portal.OpenAsync();
        await client.SubmitAsync("[name=attachments-upload]", null, new TestFile("attachments", "a.pdf", Files.Pdf()));
        var address = client.Page.Find(".attachment-list a").GetAttribute("href")!;
        var token = client.Page.Find("[name=attachments-draft]").GetAttribute("value");
        (await client.GetAsync(address)).Expect(200);
        await portal.Database.ExecuteAsync("update toolkit_attachment set uploaded_by = uploaded_by + 1");
        (await client.GetAsync(address)).Expect(404);

        // Nor does somebody else's token show or take it.
        await client.OpenAsync(portal.Page);
        var page = await client.SubmitAsync("[name=attachments-upload]", new Dictionary<string, object?> { ["attachments-draft"] = token });
        Assert.Empty(page.FindAll(".attachment-list li"));
    }

    [Fact]
    public async Task Without_a_decision_of_its_module_or_with_a_faulty_one_nobody_reads()
    {
        using var client = await portal.OpenAsync();
        await client.SubmitAsync("form.form-page", new { Note = "x" }, new TestFile("attachments", "a.pdf", Files.Pdf()));
        var address = client.Page.Find(".attachment-list a").GetAttribute("href")!;
        foreach (var (module, kind) in new[] { ("Samples.DropIn", "other"), ("GraduationClearance", "term"), ("Nowhere", "term"), (FaultyAccess.ModuleId, FaultyAccess.Kind) })
        {
            await portal.Database.ExecuteAsync("update toolkit_attachment set module = @module, owner_kind = @kind", new { module, kind });
            (await client.GetAsync(address)).Expect(404);
        }

        Assert.Contains(portal.Factory.Log.Entries, entry => entry.Contains("could not be decided", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_submitted_is_purged_after_a_day_and_nothing_else()
    {
        using var client = await portal.OpenAsync();
        await client.SubmitAsync("form.form-page", new { Note = "x" }, new TestFile("attachments", "kept.pdf", Files.Pdf()));
        await client.SubmitAsync("[name=attachments-upload]", null, new TestFile("attachments", "old.pdf", Files.Pdf(2 << 20)));
        await portal.Database.ExecuteAsync("update toolkit_attachment set uploaded_at = @at", new { at = portal.Clock.GetUtcNow().UtcDateTime.AddHours(-25) });
        await client.OpenAsync(portal.Page);
        await client.SubmitAsync("[name=attachments-upload]", null, new TestFile("attachments", "new.pdf", Files.Pdf()));
        await PurgeAsync(portal.Services);
        Assert.Equal(["kept.pdf", "new.pdf"], await portal.Database.QueryAsync<string>("select display_name from toolkit_attachment order by id"));
        Assert.Equal(2, await portal.CountAsync("toolkit_attachment_chunk"));
    }

    internal static async Task PurgeAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var task = scope.ServiceProvider.GetServices<IBackgroundTask>().Single(task => task.GetType().Name == "AttachmentPurgeTask");
        await task.DoWorkAsync(scope.ServiceProvider, default);
    }

    public Task InitializeAsync() => portal.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;
}

public sealed class AttachmentAccessOnSqlite(AttachmentFixture<Sqlite> portal) : AttachmentAccessTests<Sqlite>(portal);

public sealed class AttachmentAccessOnMariaDb(AttachmentFixture<MariaDb> portal) : AttachmentAccessTests<MariaDb>(portal);
