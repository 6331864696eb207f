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
        await services.GetRequiredService<DatabaseLease>().RunAsync("demo", async held =>
        {
            foreach (var (demo, module) in seeds)
            {
                var name = $"demo:{module!.Id}";
                await using var connection = await source.OpenConnectionAsync(held);
                var state = await connection.QueryFirstOrDefaultAsync<string>("select text from portal_setting where name = @name", new { name });
                if (state == "seeded")
                    continue;
                await StartupStep.RunAsync(module, "写入演示数据", async () =>
                {
                    if (state is not null)
                        throw new StartupException([new(module.Id, $"{module.Id} 的演示数据只写了一半：请删除 data/（或清空数据库）后重新启动。")]);
                    await connection.ExecuteAsync("insert into portal_setting (name, text) values (@name, 'started')", new { name });
                    await demo.SeedAsync(held);
                    await connection.ExecuteAsync("update portal_setting set text = 'seeded' where name = @name", new { name });
                });
            }
        }, CancellationToken.None);
    }
}
