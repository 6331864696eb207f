using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Testing;
using Portal.Toolkit.Attachments;

namespace Portal.Specification.Tests.Attachments;

public abstract class AttachmentOwnerTests<TDialect>(AttachmentFixture<TDialect> portal) : IClassFixture<AttachmentFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    private const string Switch = "section[aria-label='教学周'] form";

    private static readonly AttachmentPolicy _policy = new() { Module = "Samples.DropIn", OwnerKind = "term", Kinds = [AttachmentKind.Pdf] };

    [Fact]
    [Trait("Case", "transfer:I10")]
    public async Task The_same_form_sent_five_times_at_once_binds_its_files_once()
    {
        using var client = await portal.OpenAsync();
        await client.SubmitAsync("[name=attachments-upload]", null, new TestFile("attachments", "a.pdf", Files.Pdf()));
        var audited = await CountAuditAsync();
        await Task.WhenAll(Enumerable.Range(1, 5).Select(_ => RawForm.Of(client).PostAsync(client, portal.Page)));
        Assert.Equal(audited + 1, await CountAuditAsync());
        Assert.Equal(portal.Term, await portal.Database.ScalarAsync<long>("select owner_id from toolkit_attachment"));
        Assert.DoesNotContain(portal.Factory.Log.Entries, entry => entry.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_of_a_module_that_is_switched_off_does_not_exist()
    {
        using var client = await portal.OpenAsync();
        await client.SubmitAsync("form.form-page", new { Note = "x" }, new TestFile("attachments", "a.pdf", Files.Pdf()));
        var address = client.Page.Find(".attachment-list a").GetAttribute("href")!;
        await client.OpenAsync("/organisation/switches");
        await client.SubmitAsync(Switch, new { state = "off" });
        (await client.GetAsync(address)).Expect(404);
        await client.OpenAsync("/organisation/switches");
        await client.SubmitAsync(Switch, new { state = "" });
        (await client.GetAsync(address)).Expect(200);
    }

    [Fact]
    [Trait("Case", "transfer:I10")]
    public async Task A_bound_file_is_removed_only_where_the_policy_allows_it()
    {
        using var client = await portal.OpenAsync();
        await client.SubmitAsync("form.form-page", new { Note = "x" }, new TestFile("attachments", "a.pdf", Files.Pdf()));
        await using var scope = portal.Services.CreateAsyncScope();
        var attachments = scope.ServiceProvider.GetRequiredService<IAttachments>();
        var file = Assert.Single(await attachments.ListAsync(_policy, portal.Term, default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => RemoveAsync(_policy, portal.Term));
        Assert.False(await RemoveAsync(_policy with { AllowsRemoval = true }, portal.Term + 1));
        Assert.Equal(1, await portal.CountAsync("toolkit_attachment_chunk"));
        Assert.True(await RemoveAsync(_policy with { AllowsRemoval = true }, portal.Term));
        Assert.Equal((0, 0), (await portal.CountAsync(), await portal.CountAsync("toolkit_attachment_chunk")));

        Task<bool> RemoveAsync(AttachmentPolicy policy, long owner) => scope.ServiceProvider.GetRequiredService<IWriteTransactions>().RunAsync(0, tx =>
        {
            tx.WithoutAudit("A test.");
            return attachments.RemoveAsync(tx, policy, owner, file.Id);
        }, default);
    }

    [Fact]
    public async Task With_files_of_its_own_a_record_takes_only_as_many_as_are_left()
    {
        using var client = await portal.OpenAsync();
        await client.SubmitAsync("form.form-page", new { Note = "x" }, [.. Enumerable.Range(1, 4).Select(number => new TestFile("attachments", $"{number}.pdf", Files.Pdf()))]);
        var page = await client.SubmitAsync("form.form-page", new { Note = "y" }, [.. Enumerable.Range(5, 2).Select(number => new TestFile("attachments", $"{number}.pdf", Files.Pdf()))]);
        page.Expect(422);
        Assert.Equal(["1.pdf", "2.pdf", "3.pdf", "4.pdf", "5.pdf"], page.TextsOf(".attachment-list a"));
    }

    public Task InitializeAsync() => portal.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    private Task<long> CountAuditAsync() => portal.Database.ScalarAsync<long>("select count(*) from portal_audit where action = '上传校历'");
}

public sealed class AttachmentOwnerOnSqlite(AttachmentFixture<Sqlite> portal) : AttachmentOwnerTests<Sqlite>(portal);

public sealed class AttachmentOwnerOnMariaDb(AttachmentFixture<MariaDb> portal) : AttachmentOwnerTests<MariaDb>(portal);
