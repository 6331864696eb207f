using System.Net;
using Portal.Testing;

namespace Organisation.Tests;

[Trait("Case", "design:rate-limit")]
public sealed class RateLimitTests(RateLimitTests.Limited portal) : IClassFixture<RateLimitTests.Limited>
{
    [Fact]
    public async Task Too_many_sign_ins_of_one_address_wait_while_the_page_still_opens()
    {
        using var client = portal.Browse();
        for (var attempt = 0; attempt < 3; attempt++)
            (await client.TrySignInAsync($"guess-{attempt}", "wrong-1", "/organisation/account/signin")).Expect(HttpStatusCode.OK);

        var refused = await client.TrySignInAsync("guess", "wrong-1", "/organisation/account/signin");

        refused.Expect(HttpStatusCode.TooManyRequests);
        Assert.Contains("操作太频繁", refused.Text, StringComparison.Ordinal);
        await client.OpenAsync("/organisation/account/signin");
    }

    public sealed class Limited : PortalFixture<Sqlite>
    {
        protected override void Configure(PortalFactory factory)
        {
            factory.Demo = false;
            factory.Settings["Portal:RateLimits:SignIn"] = "3";
        }
    }
}
