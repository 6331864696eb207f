using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Modules;

namespace Portal.Web;

/// <summary>Seeds each module's demo once per database; a second host waits for the first.</summary>
internal static class DemoSeeding
{
    public static async Task SeedAsync(IServiceProvider services, ModuleCatalog catalog)
    {
        var source = services.GetRequiredService<DbDataSource>();
        var seeds = services.GetServices<IDemoData>()
            .Select(demo => (demo, module: catalog.FindByAssembly(demo.GetType().Assembly)))
            .Where(seed => seed.module is { State: ModuleState.Loaded })
            .OrderBy(seed => catalog.Modules.ToList().IndexOf(seed.module!));
        await services.GetRequiredService<DatabaseLease>().RunAsync("demo", async () =>
        {
            foreach (var (demo, module) in seeds)
            {
                var name = $"demo:{module!.Id}";
                await using var connection = await source.OpenConnectionAsync();
                if (await connection.QueryFirstOrDefaultAsync<string>("select text from portal_setting where name = @name", new { name }) is not null)
                    continue;
                await StartupStep.RunAsync(module, "写入演示数据", async () =>
                {
                    await demo.SeedAsync(CancellationToken.None);
                    await connection.ExecuteAsync("insert into portal_setting (name, text) values (@name, 'seeded')", new { name });
                });
            }
        }, CancellationToken.None);
    }
}
