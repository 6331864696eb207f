using System.Net;
using Portal.Testing;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Applications;

public sealed class SqliteEditTests(TransferFixture<Sqlite> portal) : EditTests<Sqlite>(portal);

public sealed class MariaDbEditTests(TransferFixture<MariaDb> portal) : EditTests<MariaDb>(portal);

public abstract class EditTests<TDialect>(TransferFixture<TDialect> portal) : IClassFixture<TransferFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    private const string Form = "form.form-page";

    public Task InitializeAsync() => portal.EndApplicationsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Its_maker_edits_an_application_until_the_school_has_reviewed_it()
    {
        using var client = await portal.SignInAsync("sa");
        var id = await StartAsync(client);
        await client.OpenAsync($"/registrytransfer/apply/edit/transfer/{id}");
        await client.SubmitAsync(Form, new Dictionary<string, object?> { ["Form.InClass"] = "2班", ["Form.ReasonText"] = "户口已迁入本区" });
        Assert.Equal(1, await portal.Database.ScalarAsync<long>(
            "select count(*) from registrytransfer_application where id = @id and in_class = '2班' and reason = '户口已迁入本区'", new { id }));
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from portal_audit where action = '修改申请' and subject = @subject", new { subject = $"application:{id}" }));
        await client.OpenAsync($"/registrytransfer/apply/edit/transfer/{id}");
        (await client.SubmitAsync(Form, new Dictionary<string, object?> { ["Form.InGrade"] = "P6" })).Expect(422);
    }

    [Fact]
    public async Task Of_two_edits_of_the_same_page_the_second_sees_both_versions()
    {
        using var first = await portal.SignInAsync("sa");
        using var second = await portal.SignInAsync("sa");
        var id = await StartAsync(first);
        await second.OpenAsync($"/registrytransfer/apply/edit/transfer/{id}");
        await first.OpenAsync($"/registrytransfer/apply/edit/transfer/{id}");
        await first.SubmitAsync(Form, new Dictionary<string, object?> { ["Form.InClass"] = "1班" });
        var page = await second.SubmitAsync(Form, new Dictionary<string, object?> { ["Form.InClass"] = "9班" });
        page.Expect(409);
        Assert.Contains("1班", page.TextOf(".alert-warning"), StringComparison.Ordinal);
        Assert.Equal("9班", page.Find("[name='Form.InClass']").GetAttribute("value"));
    }

    [Fact]
    public async Task Nobody_else_edits_it_and_another_flow_does_not_know_it()
    {
        using var client = await portal.SignInAsync("sa");
        var id = await StartAsync(client);
        (await client.GetAsync($"/registrytransfer/apply/edit/post-graduation/{id}")).Expect(HttpStatusCode.NotFound);
        using var other = await portal.SignInAsync("sb");
        (await other.GetAsync($"/registrytransfer/apply/edit/transfer/{id}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Case", "transfer:17")]
    public async Task An_ended_application_fills_a_new_one()
    {
        using var client = await portal.SignInAsync("sa");
        var id = await StartAsync(client);
        (await client.GetAsync($"/registrytransfer/apply/transfer?copy={id}")).Expect(HttpStatusCode.NotFound);
        await portal.EndApplicationsAsync();
        var page = await client.OpenAsync($"/registrytransfer/apply/transfer?copy={id}");
        Assert.Equal("随父母工作调动", page.TextOf("textarea"));
        await client.SaveAsync();
        Assert.Equal(id, await portal.Database.ScalarAsync<long>("select copied_from_id from registrytransfer_application where open_student_id is not null"));
        using var other = await portal.SignInAsync("sc");
        (await other.GetAsync($"/registrytransfer/apply/transfer?copy={id}")).Expect(HttpStatusCode.NotFound);
    }

    private async Task<long> StartAsync(PortalClient client)
    {
        await client.ApplyAsync("张示例", "G449901201503120132");
        return await portal.Database.ScalarAsync<long>("select id from registrytransfer_application where open_student_id is not null");
    }
}
