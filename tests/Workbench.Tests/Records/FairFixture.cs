using Microsoft.Extensions.DependencyInjection;
using Portal.Security.Permissions;
using Portal.Testing;
using Portal.Toolkit.Records;

namespace Workbench.Tests.Records;

/// <summary>
/// The demo with the book of fairs: <c>clerk</c> and <c>head</c> of 美术学院, <c>office</c> of 展会处, <c>other</c> of 音乐学院, <c>reader</c> of 保卫处.
/// </summary>
public sealed class FairFixture<TDialect> : PortalFixture<TDialect>
    where TDialect : ITestDialect
{
    public const string Fairs = "/workbench/records/fair.fair";
    public const string Booths = "/workbench/records/fair.booth";
    public const string Notes = "/workbench/records/fair.note";

    public MovableClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    /// <summary>A draft with its agenda, made by hand; the client stands on its page.</summary>
    public async Task<string> DraftAsync(PortalClient client, string title, Action<Dictionary<string, object?>>? change = null)
    {
        var values = new Dictionary<string, object?> { ["title"] = title, ["unitHead"] = "head", ["kind"] = "art", ["startOn"] = "2026-05-01", ["endOn"] = "2026-05-03" };
        change?.Invoke(values);
        await client.OpenAsync($"{Fairs}/new");
        (await client.SubmitAsync("#save", values)).Expect(200);
        var address = client.Page.Url.AbsolutePath;
        (await client.SubmitAsync("#upload-form", new Dictionary<string, object?> { ["_field"] = "agenda" }, FairFiles.Pdf("议程.pdf"))).Expect(200);
        return address;
    }

    public async Task<string> SubmittedAsync(PortalClient client, string title, Action<Dictionary<string, object?>>? change = null)
    {
        var address = await DraftAsync(client, title, change);
        (await client.SubmitAsync("#submit-form")).Expect(200);
        return address;
    }

    /// <summary>Decided by head and office.</summary>
    public async Task<string> ApprovedAsync(PortalClient client, string title, Action<Dictionary<string, object?>>? change = null)
    {
        var address = await SubmittedAsync(client, title, change);
        foreach (var account in new[] { "head", "office" })
        {
            using var decider = await SignInAsync(account);
            await decider.OpenAsync(address);
            (await decider.SubmitAsync("#decide-form", new { _decision = "pass", _opinion = "同意" })).Expect(200);
        }

        await client.OpenAsync(address);
        return address;
    }

    protected override void Configure(PortalFactory factory)
    {
        factory.Clock = Clock;
        factory.Settings["Portal:DemoStudents"] = "0";
        factory.Replace = services => services.AddScoped<IPermissionProvider, FairPermissions>().AddRecords<FairBook>();
    }

    protected override Task StartedAsync() => FairDemo.SeedAsync(Services, Database);
}
