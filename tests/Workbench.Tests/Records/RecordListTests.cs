using System.IO.Compression;
using System.Net;
using Portal.Testing;

namespace Workbench.Tests.Records;

public abstract class RecordListTests<TDialect>(FairFixture<TDialect> portal) : IClassFixture<FairFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Notes = FairFixture<TDialect>.Notes;

    [Fact]
    public async Task A_list_of_a_sensitive_type_and_its_export_show_partners_the_open_fields_only_and_others_nothing()
    {
        using var office = await portal.SignInAsync("office");
        await office.OpenAsync($"{Notes}/new");
        var art = office.Page.FindAll("#told option").Single(option => option.TextContent == "美术学院").GetAttribute("value");
        (await office.SubmitAsync("button[name=_submit]", new { title = "展馆安保", result = "可以开放", facts = "门禁有故障", told = art, remarks = "勿外传" })).Expect(200);
        Assert.Contains("门禁有故障", (await office.OpenAsync(Notes)).TextOf("#records"), StringComparison.Ordinal);
        Assert.Contains("勿外传", await ExportAsync(office), StringComparison.Ordinal);

        using var clerk = await portal.SignInAsync("clerk");
        var seen = (await clerk.OpenAsync(Notes)).TextOf("#records");
        Assert.Contains("可以开放", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("门禁", seen, StringComparison.Ordinal);
        var sheet = await ExportAsync(clerk);
        Assert.Contains("可以开放", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("门禁", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("勿外传", sheet, StringComparison.Ordinal);

        using var other = await portal.SignInAsync("other");
        Assert.Contains("还没有安保记录", (await other.OpenAsync(Notes)).Text, StringComparison.Ordinal);
        using var reader = await portal.SignInAsync("reader");
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(Notes)).Status);
    }

    [Fact]
    public async Task Whoever_had_a_step_of_the_route_keeps_the_record_in_his_list_and_other_colleges_never_have_it()
    {
        using var clerk = await portal.SignInAsync("clerk");
        await portal.SubmittedAsync(clerk, "列表中的展览");
        foreach (var (account, sees) in new[] { ("clerk", true), ("head", true), ("office", true), ("other", false) })
        {
            using var client = await portal.SignInAsync(account);
            var page = await client.OpenAsync($"{FairFixture<TDialect>.Fairs}?q=列表中的&state=in-review");
            Assert.Equal(sees, page.TextsOf("#records tbody th").Contains("列表中的展览"));
            if (sees)
                Assert.Contains("单位负责人审核", page.TextOf("#records tbody"), StringComparison.Ordinal);
        }
    }

    private static async Task<string> ExportAsync(PortalClient client)
    {
        (await client.SubmitAsync("#export")).Expect(HttpStatusCode.OK);
        using var archive = new ZipArchive(new MemoryStream(client.Page.Content));
        using var reader = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        return await reader.ReadToEndAsync();
    }
}

public sealed class SqliteRecordListTests(FairFixture<Sqlite> portal) : RecordListTests<Sqlite>(portal);

public sealed class MariaDbRecordListTests(FairFixture<MariaDb> portal) : RecordListTests<MariaDb>(portal);
