using System.Data.Common;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Autofac;
using Autofac.Builder;
using Autofac.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.WebEncoders;
using Portal.Audit;
using Portal.BackgroundTasks;
using Portal.Data;
using Portal.Jobs;
using Portal.Modules;
using Portal.Navigation;
using Portal.Security;
using Portal.Units;

namespace Portal.Web;

/// <summary>Registers the kernel and all modules.</summary>
public static class PortalServices
{
    // Bytes; pages that take files raise it for themselves.
    private const long LargestForm = 2 * 1024 * 1024;

    /// <param name="builder">The builder of <see cref="PortalConfiguration.CreateBuilder"/>.</param>
    /// <param name="host">The assembly that the modules' names are stamped into.</param>
    public static WebApplicationBuilder AddPortal(this WebApplicationBuilder builder, Assembly host)
    {
        var configuration = builder.Configuration;
        var paths = new PortalPaths(PortalConfiguration.FindRoot(builder.Environment.ContentRootPath), configuration["Portal:ModulesPath"] ?? "plugins");
        var catalog = new ModuleLoader(configuration).Load(host, paths.ModulesDirectory);
        builder.WebHost.UseStaticWebAssets().ConfigureKestrel(server => server.Limits.MaxRequestBodySize = LargestForm);
        TypeHandlers.Register();
        AddData(builder.Services, configuration, paths);
        AddTime(builder);
        var mvc = AddWeb(builder.Services, configuration["Portal:Theme"] ?? "Campus", catalog);
        builder.Services.AddPortalRateLimits(configuration);
        builder.Services.AddSingleton(catalog).AddSingleton<IModuleCatalog>(catalog);
        builder.Services.AddSingleton<IStartupCheck, ManifestCheck>();
        foreach (var module in catalog.Loaded.ToArray())
            AddModule(builder.Services, module);
        AddParts(mvc.PartManager, catalog);
        builder.Host.UseServiceProviderFactory(new AutofacServiceProviderFactory());
        builder.Host.ConfigureContainer<ContainerBuilder>(container =>
        {
            container.RegisterType<JobProgress>().AsSelf();
            container.RegisterAssemblyModules([.. catalog.Foundations, .. catalog.Loaded.Select(module => module.Assembly!)]);
        });
        return builder;
    }

    private static void AddData(IServiceCollection services, ConfigurationManager configuration, PortalPaths paths)
    {
        var options = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        services.AddSingleton(paths).AddSingleton(options).AddSingleton(typeof(SqlDialect), options.Provider);
        services.AddSingleton<DbDataSource>(_ => DataSources.Create(options, paths));
        services.AddSingleton(new WriteGate(options.Provider)).AddSingleton<CommitSignal>().AddSingleton<IdSequence>().AddSingleton<DatabaseLease>();
        services.AddSingleton<SchemaBootstrap>().AddSingleton<IMigrator, Migrator>().AddSingleton<ISecretText, SecretText>();
        services.AddScoped<IWriteTransactions, WriteTransactions>().AddScoped<IAuditLog, AuditLog>();
        services.AddDataProtection().SetApplicationName("Portal");
        services.AddOptions<KeyManagementOptions>().Configure<DbDataSource>((management, source) => management.XmlRepository = new DataProtectionKeys(source));
        services.AddScoped<IJobQueue, JobQueue>().AddSingleton<JobLease>().AddScoped<IBackgroundTask, JobPurgeTask>().AddSingleton<PortalReadiness>();
        services.AddHostedService<JobRunner>().AddSingleton<BackgroundTaskRunner>().AddHostedService(provider => provider.GetRequiredService<BackgroundTaskRunner>());
    }

    private static void AddTime(WebApplicationBuilder builder)
    {
        var now = builder.Environment.IsDevelopment() ? builder.Configuration.GetValue<DateTimeOffset?>("Portal:Now") : null;
        builder.Services.AddSingleton(now is { } start ? new PortalClock(start) : TimeProvider.System);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(builder.Configuration["Portal:TimeZone"] ?? "Asia/Shanghai");
        builder.Services.AddSingleton(provider => new LocalTime(zone, provider.GetRequiredService<TimeProvider>()));
    }

    private static IMvcBuilder AddWeb(IServiceCollection services, string theme, ModuleCatalog catalog)
    {
        services.AddHttpContextAccessor().AddSingleton<PermissionCatalog>();
        services.AddScoped<UnitContext>().AddScoped<IUnitContext>(provider => provider.GetRequiredService<UnitContext>());
        services.AddSingleton<PageAddresses>().AddScoped<INavigationManager, NavigationManager>().AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);

        // It holds nothing of a request, and each view asks for one.
        services.AddSingleton<IHtmlGenerator, DefaultHtmlGenerator>().ConfigureOptions<BindingMessages>();
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new ThemeViewLocationExpander(theme, catalog)));

        // Not by Configure beforehand: the setup of Razor Pages would replace the conventions.
        return services.AddRazorPages(options =>
        {
            // Also of modules that fail later: the gate must know whose pages they are.
            foreach (var module in catalog.Modules)
            {
                options.Conventions.AddAreaFolderApplicationModelConvention(
                    module.Id, "/", page => page.EndpointMetadata.Add(new ModuleMetadata(module.Id)));
            }
        });
    }

    private static void AddModule(IServiceCollection services, ModuleDescriptor module)
    {
        var before = services.ToArray();
        StartupStep.Run(module, "注册服务", () =>
        {
            module.Startup?.ConfigureServices(services);
            if (module.Source != ModuleSource.DropIn)
                return;

            // Its Autofac modules run in a container of their own first, where a fault stays theirs.
            var trial = new ContainerBuilder();
            trial.RegisterAssemblyModules(module.Assembly!);
            trial.Build(ContainerBuildOptions.IgnoreStartableComponents).Dispose();
        });
        if (module.State == ModuleState.Loaded)
            return;
        services.Clear();
        foreach (var service in before)
            services.Add(service);
    }

    private static void AddParts(ApplicationPartManager manager, ModuleCatalog catalog)
    {
        foreach (var module in catalog.Loaded)
        {
            foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(module.Assembly!).GetApplicationParts(module.Assembly!))
            {
                if (manager.ApplicationParts.All(known => known.Name != part.Name || known.GetType() != part.GetType()))
                    manager.ApplicationParts.Add(part);
            }
        }
    }
}
