using System.Net;
using Portal.Testing;

namespace Portal.Specification.Tests;

public abstract class HostTests<TDialect>(PortalFixture<TDialect> portal) : IClassFixture<PortalFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Fact]
    public async Task A_stranger_is_sent_to_the_sign_in_page_and_comes_back_to_the_address_asked_for()
    {
        using var client = portal.Browse();
        var page = await client.GetAsync("/organisation/units");
        page.Expect(HttpStatusCode.OK).Find("input[type=password]");
        await client.SignInAsync("admin", url: "/organisation/units");
        Assert.Equal("/organisation/units", client.Page.Url.AbsolutePath);
    }
}

public sealed class HostOnSqlite(PortalFixture<Sqlite> portal) : HostTests<Sqlite>(portal);

public sealed class HostOnMariaDb(PortalFixture<MariaDb> portal) : HostTests<MariaDb>(portal);
