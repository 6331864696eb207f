using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Testing;

namespace Portal.Specification.Tests;

public abstract class SafetyTests<TDialect>(PortalFixture<TDialect> portal) : IClassFixture<PortalFixture<TDialect>>
    where TDialect : ITestDialect
{
    [Theory]
    [InlineData("/organisation/account/signin", 200)]
    [InlineData("/no/such/page", 0)]
    [InlineData("/_content/Portal.Themes.Campus/nothing.css", 0)]
    public async Task Every_answer_carries_the_security_headers(string address, int status)
    {
        using var client = portal.Browse();
        var page = await client.GetAsync(address);
        if (status != 0)
            page.Expect(status);
        var headers = page.Response.Headers;
        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(headers.GetValues("X-Frame-Options")));
    }

    [Fact]
    public void A_form_without_files_may_hold_two_megabytes()
    {
        var server = portal.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value;
        Assert.Equal(2 * 1024 * 1024, server.Limits.MaxRequestBodySize);
    }

    [Fact]
    public async Task A_post_without_a_token_is_refused_everywhere_and_changes_nothing()
    {
        using var client = await portal.SignInAsync("admin");
        var before = await portal.Database.ScalarAsync<long>("select count(*) from portal_audit");
        var accepted = new List<string>();
        foreach (var template in PortalPages.Templates(portal.Services).Where(template => !template.StartsWith("/error", StringComparison.Ordinal)))
        {
            var page = await client.PostAsync(PortalPages.Address(template));
            if (page.Status is not (HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed))
                accepted.Add($"{template}: {(int)page.Status}");
        }

        Assert.Empty(accepted);
        Assert.Equal(before, await portal.Database.ScalarAsync<long>("select count(*) from portal_audit"));
    }

    [Fact]
    public async Task No_get_changes_anything()
    {
        using var client = await portal.SignInAsync("admin");
        var before = await portal.Database.ScalarAsync<long>("select count(*) from portal_audit");
        foreach (var template in PortalPages.Templates(portal.Services))
            await client.GetAsync(PortalPages.Address(template));
        Assert.Equal(before, await portal.Database.ScalarAsync<long>("select count(*) from portal_audit"));
    }

    [Fact]
    public async Task Errors_are_explained_in_chinese_and_without_a_stack()
    {
        using var admin = await portal.SignInAsync("admin");
        using var leader = await portal.SignInAsync("leader1");
        PortalPage[] pages =
        [
            (await admin.GetAsync("/no/such/page")).Expect(HttpStatusCode.NotFound),
            (await admin.PostAsync("/organisation/units/create")).Expect(HttpStatusCode.BadRequest),
            (await leader.GetAsync("/organisation/units")).Expect(HttpStatusCode.Forbidden),
        ];
        Assert.All(pages, page =>
        {
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}{4,}", page.TextOf("main"));
            Assert.DoesNotContain("   at ", page.Html, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("http://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Signing_in_never_leads_to_another_site(string target)
    {
        using var client = portal.Browse();
        await client.SignInAsync("leader1", url: $"/organisation/account/signin?returnUrl={Uri.EscapeDataString(target)}");
        Assert.Equal("localhost", client.Page.Url.Host);
    }
}

public sealed class SafetyOnSqlite(PortalFixture<Sqlite> portal) : SafetyTests<Sqlite>(portal);

public sealed class SafetyOnMariaDb(PortalFixture<MariaDb> portal) : SafetyTests<MariaDb>(portal);
