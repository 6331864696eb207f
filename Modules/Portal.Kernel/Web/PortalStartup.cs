using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Data;
using Portal.Modules;
using Portal.Security.Permissions;
using Portal.Units;

namespace Portal.Web;

/// <summary>Migrations, default grants, checks and demo data, before the first request.</summary>
public static class PortalStartup
{
    /// <summary>Prepares the database and listens; with <c>migrate --resolve MODULE VERSION</c> it mends the journal and ends.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunPortalAsync(this WebApplication app, string[] args)
    {
        await app.Services.GetRequiredService<SchemaBootstrap>().EnsureAsync(CancellationToken.None);
        if (args is ["migrate", "--resolve", var module, var version, ..])
            return await ResolveAsync(app, module, int.Parse(version, System.Globalization.CultureInfo.InvariantCulture));
        try
        {
            await PrepareAsync(app);
        }
        catch (Exception exception) when (exception is StartupException or MigrationException)
        {
            app.Logger.LogCritical("{Problem}", exception.Message);
            throw;
        }

        await app.RunAsync();
        return 0;
    }

    private static async Task<int> ResolveAsync(WebApplication app, string module, int version)
    {
        var resolved = await app.Services.GetRequiredService<IMigrator>().ResolveAsync(module, version, CancellationToken.None);
        Console.WriteLine(resolved ? $"{module} {version:0000} 已标记为完成。" : $"{module} {version:0000} 没有未完成的变更。");
        return resolved ? 0 : 1;
    }

    private static async Task PrepareAsync(WebApplication app)
    {
        var catalog = app.Services.GetRequiredService<ModuleCatalog>();
        var halfDone = await MigrateAsync(app.Services, catalog);

        // Makes its key now: first made inside a write transaction, SQLite would wait for itself.
        app.Services.GetRequiredService<ISecretText>().Hash("");
        Check(app, catalog, halfDone);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await ApplyDefaultGrantsAsync(scope.ServiceProvider, catalog);
            if (app.Configuration.GetValue("Portal:Demo", app.Environment.IsDevelopment()))
                await DemoSeeding.SeedAsync(scope.ServiceProvider, catalog);
        }

        app.Services.GetRequiredService<PortalReadiness>().Set();
    }

    /// <returns>The modules whose tables are not as they should be.</returns>
    private static async Task<HashSet<string>> MigrateAsync(IServiceProvider services, ModuleCatalog catalog)
    {
        var failed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var migrator = services.GetRequiredService<IMigrator>();
        foreach (var foundation in catalog.Foundations)
            await migrator.MigrateAsync(foundation.GetName().Name!, foundation, CancellationToken.None);
        foreach (var module in catalog.Loaded.ToArray())
        {
            try
            {
                await migrator.MigrateAsync(module.Id, module.Assembly!, CancellationToken.None);
            }
            catch (Exception exception) when (module.Source == ModuleSource.DropIn || (exception is MigrationException && !module.Manifest!.IsAlwaysEnabled))
            {
                failed.Add(module.Id);
                module.Fail(ModuleState.Failed, exception.Message);
                services.GetRequiredService<ILogger<ModuleCatalog>>().LogError(exception, "{Module} could not be migrated", module.Id);
            }
        }

        return failed;
    }

    private static void Check(WebApplication app, ModuleCatalog catalog, HashSet<string> halfDone)
    {
        var endpoints = ActivatorUtilities.CreateInstance<EndpointProtectionCheck>(app.Services, ((IEndpointRouteBuilder)app).DataSources);
        var problems = app.Services.GetServices<IStartupCheck>().Append(endpoints).SelectMany(check => FindProblems(check, catalog)).ToList();
        foreach (var problem in problems.ToArray())
        {
            if (problem.ModuleId is null || catalog.Find(problem.ModuleId) is not { Source: ModuleSource.DropIn } dropIn)
                continue;
            problems.Remove(problem);
            if (dropIn.State == ModuleState.Loaded)
                dropIn.Fail(ModuleState.Failed, problem.Text);
            app.Logger.LogError("{Problem}", problem.Text);
        }

        // A half-done migration of a module that may be off was reported above and leaves the others at work.
        problems.RemoveAll(problem => problem.ModuleId is { } id && halfDone.Contains(id));
        if (problems.Count > 0)
            throw new StartupException(problems);
    }

    private static IReadOnlyList<StartupProblem> FindProblems(IStartupCheck check, ModuleCatalog catalog)
    {
        try
        {
            return [.. check.FindProblems()];
        }
        catch (Exception exception) when (catalog.FindByAssembly(check.GetType().Assembly) is { Source: ModuleSource.DropIn })
        {
            return [new(catalog.FindByAssembly(check.GetType().Assembly)!.Id, $"启动检查时出错：{exception.Message}")];
        }
    }

    private static async Task ApplyDefaultGrantsAsync(IServiceProvider services, ModuleCatalog catalog)
    {
        var roles = services.GetRequiredService<IRolePermissions>();
        foreach (var provider in services.GetServices<IPermissionProvider>())
        {
            if (catalog.FindByAssembly(provider.GetType().Assembly) is { State: ModuleState.Loaded } module)
                await StartupStep.RunAsync(module, "写入默认权限", () => roles.ApplyDefaultsAsync(module.Id, [.. provider.GetDefaultStereotypes()], CancellationToken.None));
        }
    }
}
