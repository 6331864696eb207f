using System.Net;
using Portal.Testing;

namespace Portal.GraduationClearance.Tests.Handling;

[Trait("Case", "design:rate-limit")]
public sealed class LookUpLimitTests(LookUpLimitTests.Limited portal) : IClassFixture<LookUpLimitTests.Limited>
{
    [Theory]
    [InlineData("op1", "/graduationclearance/desk?q=9999")]
    [InlineData("lib1", "/graduationclearance/students?name=9999")]
    [InlineData("cert1", "/graduationclearance/certificates?q=9999")]
    public async Task Whoever_looks_up_too_many_people_a_minute_waits(string account, string address)
    {
        using var client = await portal.SignInAsync(account);
        for (var attempt = 0; attempt < 3; attempt++)
            await client.OpenAsync(address);
        (await client.GetAsync(address)).Expect(HttpStatusCode.TooManyRequests);
        await client.OpenAsync("/");
    }

    public sealed class Limited : ClearanceFixture<Sqlite>
    {
        protected override void Configure(PortalFactory factory)
        {
            base.Configure(factory);
            factory.Settings["Portal:RateLimits:LookUp"] = "3";
        }
    }
}
