using System.Net;
using Portal.Testing;

namespace Portal.Specification.Tests;

public abstract class DropInTests<TDialect>(DropInFixture<TDialect> portal) : IClassFixture<DropInFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task Page_view_table_permission_audit_and_private_package_work()
    {
        using var client = await portal.SignInAsync("admin");
        var page = await client.OpenAsync("/samples.dropin/weeks");
        Assert.Equal("教学周", page.TextOf("h1"));
        await client.SubmitAsync("form[method=post]:has([name=FirstDay])", new { Name = "2025-2026 第二学期", FirstDay = "2026-03-02" });
        Assert.Equal(["2025-2026 第二学期：第 16 周"], client.Page.TextsOf(".weeks li"));
        Assert.Equal(1, await portal.Database.ScalarAsync<int>("select count(*) from samplesdropin_term"));
        Assert.Equal(1, await portal.Database.ScalarAsync<int>("select count(*) from portal_audit where module = 'Samples.DropIn'"));
    }

    [Fact]
    public async Task Its_static_files_are_served()
    {
        using var client = portal.Browse();
        var file = await client.OpenAsync("/_content/Portal.Samples.DropIn/weeks.css");
        Assert.Contains(".weeks", file.Html, StringComparison.Ordinal);
        Assert.Equal("text/css", file.Response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Its_menu_entry_stands_where_the_post_may_see_it_and_nowhere_else()
    {
        using var admin = await portal.SignInAsync("admin");
        Assert.NotNull((await admin.OpenAsync("/")).TryFind("a[href='/samples.dropin/weeks']"));
        using var reader = await portal.SignInAsync("leader1");
        Assert.Null((await reader.OpenAsync("/")).TryFind("a[href='/samples.dropin/weeks']"));
        (await reader.GetAsync("/samples.dropin/weeks")).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_modules_page_says_where_it_came_from()
    {
        using var client = await portal.SignInAsync("admin");
        var page = await client.OpenAsync("/organisation/modules");
        var row = page.Rows().Single(cells => cells[0].Contains("Samples.DropIn", StringComparison.Ordinal));
        Assert.Contains(row, cell => cell.Contains("外加", StringComparison.Ordinal));
    }
}

public sealed class DropInOnSqlite(DropInFixture<Sqlite> portal) : DropInTests<Sqlite>(portal);

public sealed class DropInOnMariaDb(DropInFixture<MariaDb> portal) : DropInTests<MariaDb>(portal);

public sealed class DropInFixture<TDialect> : PortalFixture<TDialect>
    where TDialect : ITestDialect
{
    private readonly DropInFolder _folder = new();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override void Configure(PortalFactory factory)
    {
        _folder.Add("Samples.DropIn");
        factory.ModulesPath = _folder.Path;
        factory.Clock = new MovableClock(new DateTimeOffset(2026, 6, 15, 2, 0, 0, TimeSpan.Zero));
        factory.Settings["Portal:Modules:Samples.DropIn:Enabled"] = "true";
    }
}
