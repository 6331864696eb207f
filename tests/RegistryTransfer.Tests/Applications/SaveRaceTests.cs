using Portal.RegistryTransfer.Model;
using Portal.Testing;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Applications;

public sealed class SqliteSaveRaceTests(TransferFixture<Sqlite> portal) : SaveRaceTests<Sqlite>(portal);

public sealed class MariaDbSaveRaceTests(TransferFixture<MariaDb> portal) : SaveRaceTests<MariaDb>(portal);

[Trait("Case", "transfer:11")]
[Trait("Case", "transfer:13")]
public abstract class SaveRaceTests<TDialect>(TransferFixture<TDialect> portal) : IClassFixture<TransferFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const int Rounds = 50;
    private const string Zhang = "G449901201503120132";

    [Fact]
    public async Task Of_two_schools_that_save_at_once_exactly_one_is_accepted()
    {
        using var sa = await portal.SignInAsync("sa");
        using var sc = await portal.SignInAsync("sc");
        var before = (Rows: await CountAsync("registrytransfer_application"), Reviews: await CountAsync("toolkit_review"), Audits: await CountAsync("portal_audit where action = '发起跨省转学申请'"));
        for (var round = 0; round < Rounds; round++)
        {
            await Task.WhenAll(sa.SearchAsync("张示例", Zhang), sc.SearchAsync("张示例", Zhang));
            var pages = await Task.WhenAll(Task.Run(() => sa.SaveAsync()), Task.Run(() => sc.SaveAsync()));
            var lost = Assert.Single(pages, page => (int)page.Status == 409);
            Assert.Contains("2002", lost.Text, StringComparison.Ordinal);
            Assert.Equal(1, await CountAsync("registrytransfer_application where open_student_id is not null"));
            await portal.EndApplicationsAsync();
        }

        // One row, one review, one audit row of the start for each round: nothing is left of those that lost.
        Assert.Equal(Rounds, await CountAsync("registrytransfer_application") - before.Rows);
        Assert.Equal(Rounds, await CountAsync("toolkit_review") - before.Reviews);
        Assert.Equal(Rounds, await CountAsync("portal_audit where action = '发起跨省转学申请'") - before.Audits);
    }

    [Fact]
    public async Task A_form_sent_twice_at_once_starts_one_application()
    {
        var before = await portal.Database.ScalarAsync<long>("select count(*) from registrytransfer_application");
        using var first = await portal.SignInAsync("sa");
        using var second = await portal.SignInAsync("sa");
        for (var round = 0; round < 10; round++)
        {
            var form = await first.SearchAsync("王示例", "L449901201608200421");
            var key = form.Find("[name=RequestKey]").GetAttribute("value");
            await second.SearchAsync("王示例", "L449901201608200421");
            var values = new Dictionary<string, object?> { ["RequestKey"] = key };
            var pages = await Task.WhenAll(Task.Run(() => first.SaveAsync(values)), Task.Run(() => second.SaveAsync(values)));
            Assert.True(pages[0].Url == pages[1].Url, $"{pages[0]}\n{pages[1]}");
            await portal.EndApplicationsAsync();
        }

        Assert.Equal(before + 10, await portal.Database.ScalarAsync<long>("select count(*) from registrytransfer_application"));
        Assert.Equal(0, await portal.Database.ScalarAsync<long>("select count(*) from registrytransfer_application where status <> @Revoked", new { ApplicationStatus.Revoked }));
    }

    private Task<long> CountAsync(string from) => portal.Database.ScalarAsync<long>($"select count(*) from {from}");
}
