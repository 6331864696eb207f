using Microsoft.Extensions.DependencyInjection;
using Portal.Security.Permissions;
using Portal.Testing;
using Portal.Toolkit.Records;
using Portal.Units;

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

    protected override async Task StartedAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var demo = scope.ServiceProvider.GetRequiredService<IDemoOrganisation>();
        await scope.ServiceProvider.GetRequiredService<IRolePermissions>().ApplyDefaultsAsync("Organisation", FairPermissions.Roles, CancellationToken.None);
        var university = await demo.UniversityAsync(CancellationToken.None);
        var (art, music, office, guard) = (await UnitAsync("美术学院"), await UnitAsync("音乐学院"), await UnitAsync("展会处"), await UnitAsync("展会保卫处"));
        await demo.PeopleAsync(
            [
                new("clerk", "钱经办", "展会经办", art, null), new("clerk2", "孙经办", "展会经办", art, null), new("head", "赵院长", "展会负责人", art, null), new("other", "李经办", "展会经办", music, null),
                new("office", "周处长", "展会处", office, null), new("reader", "吴保卫", "展会相关", guard, null),
            ],
            CancellationToken.None);
        await Database.ExecuteAsync("insert into toolkit_record_office (module_id, role_key, unit_id, version) values ('Organisation', 'OFF', @office, 1)", new { office });

        Task<long> UnitAsync(string name) => demo.UnitAsync(name, "学院", university, CancellationToken.None);
    }
}
