using System.Globalization;
using System.Net;
using Portal.Testing;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Flow;

/// <summary>Codes are not found by trying.</summary>
[Trait("Case", "design:rate-limit")]
public sealed class VerifyLimitTests(VerifyLimitTests.Limited portal) : IClassFixture<VerifyLimitTests.Limited>
{
    [Fact]
    public async Task A_stranger_who_tries_code_after_code_waits()
    {
        using var stranger = portal.Browse();
        for (var attempt = 0; attempt < 3; attempt++)
            (await stranger.OpenAsync(string.Create(CultureInfo.InvariantCulture, $"/registrytransfer/verify?code=1-00000000000{attempt}"))).Find("#invalid");
        (await stranger.GetAsync("/registrytransfer/verify?code=1-000000000003")).Expect(HttpStatusCode.TooManyRequests);
    }

    public sealed class Limited : TransferFixture<Sqlite>
    {
        protected override void Configure(PortalFactory factory)
        {
            base.Configure(factory);
            factory.Settings["Portal:RateLimits:LookUp"] = "3";
        }
    }
}
