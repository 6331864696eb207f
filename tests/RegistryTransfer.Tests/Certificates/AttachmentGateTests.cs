using System.Net;
using Portal.RegistryTransfer.Tests.Flow;
using Portal.Testing;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Certificates;

public sealed class SqliteAttachmentGateTests(FlowFixture<Sqlite> portal) : AttachmentGateTests<Sqlite>(portal);

public sealed class MariaDbAttachmentGateTests(FlowFixture<MariaDb> portal) : AttachmentGateTests<MariaDb>(portal);

/// <summary>说明材料 belong to the platform although their address does not.</summary>
public abstract class AttachmentGateTests<TDialect>(FlowFixture<TDialect> portal) : IClassFixture<FlowFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Install = "/registrytransfer/certificate";

    [Fact]
    [Trait("Case", "transfer:35")]
    public async Task Where_certificates_are_enforced_no_attachment_is_sent_without_one()
    {
        var id = await portal.StartAsync();
        var file = $"/attachments/{await portal.Database.ScalarAsync<long>("select id from toolkit_attachment where owner_id = @id and module = 'RegistryTransfer'", new { id })}";
        var sa = await portal.AsAsync("sa");
        (await sa.GetAsync(file)).Expect(HttpStatusCode.OK);

        using var authority = new TestAuthority();
        var admin = await portal.AsAsync("admin");
        await admin.OpenAsync(Install);
        await admin.SubmitAsync("#upload", null, new TestFile("file", "kspt.crt", authority.Der));
        await admin.SubmitAsync("#mode-form", new { mode = "Warn" });
        (await sa.GetAsync(file)).Expect(HttpStatusCode.OK);
        await admin.SubmitAsync("#mode-form", new { mode = "Enforce", confirmed = "true" });
        (await sa.GetAsync(file)).Expect(HttpStatusCode.NotFound);
        (await sa.GetAsync($"/registrytransfer/query/transfer/{id}")).Expect(HttpStatusCode.Forbidden);
        (await sa.GetAsync($"/registrytransfer/query/transfer/{id}/print")).Expect(HttpStatusCode.Forbidden);

        // Whoever manages the certificate is never locked out.
        await admin.OpenAsync(Install);
        await admin.SubmitAsync("#mode-form", new { mode = "Off" });
        (await sa.GetAsync(file)).Expect(HttpStatusCode.OK);
    }
}
