using System.Net;
using Portal.Testing;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Applications;

public sealed class SqliteMaterialTests(TransferFixture<Sqlite> portal) : MaterialTests<Sqlite>(portal);

public sealed class MariaDbMaterialTests(TransferFixture<MariaDb> portal) : MaterialTests<MariaDb>(portal);

/// <summary>说明材料 on the page 申请.</summary>
public abstract class MaterialTests<TDialect>(TransferFixture<TDialect> portal) : IClassFixture<TransferFixture<TDialect>>, IAsyncLifetime
    where TDialect : ITestDialect
{
    private const string Zhang = "G449901201503120132";

    public async Task InitializeAsync()
    {
        await portal.EndApplicationsAsync();
        await portal.Database.ExecuteAsync("delete from toolkit_attachment_chunk");
        await portal.Database.ExecuteAsync("delete from toolkit_attachment");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [Trait("Case", "transfer:20")]
    [InlineData("证明.pdf", "MZ malware", 415)]
    [InlineData("a.pdf.exe", "%PDF-1.7", 415)]
    [InlineData("a.exe.pdf", "%PDF-1.7", 415)]
    [InlineData("照片.jpg", "%PDF-1.7", 415)]
    [InlineData("空.pdf", "", 422)]
    public async Task What_is_no_document_is_refused_and_nothing_is_stored(string name, string content, int status)
    {
        using var client = await portal.SignInAsync("sa");
        await client.SearchAsync("张示例", Zhang);
        var page = await client.SaveAsync(null, new TestFile("attachments", name, System.Text.Encoding.UTF8.GetBytes(content)));
        page.Expect(status);
        Assert.Equal("随父母工作调动", page.TextOf("textarea"));
        Assert.Equal(0, await CountAsync("toolkit_attachment"));
        Assert.Equal(0, await CountAsync("registrytransfer_application where open_student_id is not null"));
    }

    [Fact]
    public async Task Without_material_nothing_is_saved()
    {
        using var client = await portal.SignInAsync("sa");
        await client.SearchAsync("张示例", Zhang);
        var page = await client.SubmitAsync(ApplyingClient.SaveForm, new Dictionary<string, object?> { ["Form.Reason"] = "Health", ["Form.ReasonText"] = "回户籍地休养" });
        page.Expect(422);
        Assert.Contains("请上传至少一份说明材料", page.Text, StringComparison.Ordinal);
        Assert.Equal("Health", page.Find("[name='Form.Reason'] option[selected]").GetAttribute("value"));
    }

    [Theory]
    [Trait("Case", "transfer:22")]
    [InlineData("../../etc/x.pdf")]
    [InlineData("<b>😀</b>.pdf")]
    public async Task Names_are_text_to_show_and_no_path(string name)
    {
        using var client = await portal.SignInAsync("sa");
        await client.SearchAsync("张示例", Zhang);
        await client.SaveAsync(null, ApplyingClient.Pdf with { Name = name });
        var stored = await portal.Database.ScalarAsync<string>("select display_name from toolkit_attachment where owner_id is not null");
        Assert.DoesNotContain("/", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("..", stored, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Case", "transfer:22")]
    public async Task A_name_of_300_characters_is_cut()
    {
        using var client = await portal.SignInAsync("sa");
        await client.SearchAsync("张示例", Zhang);
        await client.SaveAsync(null, ApplyingClient.Pdf with { Name = new string('长', 300) + ".pdf" });
        Assert.Equal(100, (await portal.Database.ScalarAsync<string>("select display_name from toolkit_attachment where owner_id is not null")).Length);
    }

    [Fact]
    [Trait("Case", "transfer:23")]
    public async Task Only_units_of_either_side_read_the_material()
    {
        using var client = await portal.SignInAsync("sa");
        await client.ApplyAsync("张示例", Zhang);
        var id = await portal.Database.ScalarAsync<long>("select id from toolkit_attachment where owner_id is not null");
        foreach (var (account, status) in new[]
        {
            ("sa-lead", HttpStatusCode.OK), ("u119901", HttpStatusCode.OK), ("u11", HttpStatusCode.OK), ("sb", HttpStatusCode.OK), ("u4499", HttpStatusCode.OK), ("u44", HttpStatusCode.OK),
            ("moe", HttpStatusCode.NotFound), ("u51", HttpStatusCode.NotFound), ("sc", HttpStatusCode.NotFound), ("se", HttpStatusCode.NotFound), ("u449901", HttpStatusCode.NotFound), ("admin", HttpStatusCode.NotFound),
        })
        {
            using var other = await portal.SignInAsync(account);
            (await other.GetAsync($"/attachments/{id}")).Expect(status);
        }
    }

    private Task<long> CountAsync(string from) => portal.Database.ScalarAsync<long>($"select count(*) from {from}");
}
