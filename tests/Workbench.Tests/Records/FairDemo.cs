using Microsoft.Extensions.DependencyInjection;
using Portal.Testing;
using Portal.Units;

namespace Workbench.Tests.Records;

/// <summary>Who works at fairs: <c>clerk</c>, <c>clerk2</c> and <c>head</c> of 美术学院, <c>office</c> of 展会处, <c>other</c> of 音乐学院, <c>reader</c> of 展会保卫处.</summary>
internal static class FairDemo
{
    public static async Task SeedAsync(IServiceProvider services, TestDatabase database)
    {
        await using var scope = services.CreateAsyncScope();
        var demo = scope.ServiceProvider.GetRequiredService<IDemoOrganisation>();
        await scope.ServiceProvider.GetRequiredService<IRolePermissions>().ApplyDefaultsAsync("Organisation", FairPermissions.Roles, CancellationToken.None);
        var university = await demo.UniversityAsync(CancellationToken.None);
        var (art, music, office, guard) = (await UnitAsync("美术学院"), await UnitAsync("音乐学院"), await UnitAsync("展会处"), await UnitAsync("展会保卫处"));
        await demo.PeopleAsync(
            [
                new("clerk", "钱经办", "展会经办", art), new("clerk2", "孙经办", "展会经办", art), new("head", "赵院长", "展会负责人", art), new("other", "李经办", "展会经办", music),
                new("office", "周处长", "展会处", office), new("reader", "吴保卫", "展会相关", guard),
                new("twin", "郑两岗", "展会经办", art), new("twin", "郑两岗", "展会经办", music),
            ],
            CancellationToken.None);
        await database.ExecuteAsync("insert into toolkit_record_office (module_id, role_key, unit_id, version) values ('Organisation', 'OFF', @office, 1)", new { office });

        Task<long> UnitAsync(string name) => demo.UnitAsync(name, "学院", university, CancellationToken.None);
    }
}
