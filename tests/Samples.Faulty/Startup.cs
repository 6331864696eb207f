using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Navigation;
using Portal.Security.Permissions;

namespace Portal.Samples.Faulty;

public sealed class Startup : StartupBase
{
    public Startup() => Fault.ThrowIf("constructor");

    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<IPermissionProvider, Permissions>().AddSingleton<INavigationProvider, Menu>().AddSingleton<IStartupCheck, Check>();
        services.AddScoped<IDemoData, Demo>();
        if (Fault.Name != "page")
            services.Configure<RazorPagesOptions>(options => options.Conventions.AllowAnonymousToAreaPage("Samples.Faulty", "/Index"));
        Fault.ThrowIf("services");
    }

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services)
    {
        Fault.ThrowIf("configure");
        if (Fault.Name == "endpoint")
            routes.MapGet("/faulty-endpoint", () => "open");
    }

    private sealed class Check : IStartupCheck
    {
        public IEnumerable<StartupProblem> FindProblems()
        {
            Fault.ThrowIf("check");
            return [];
        }
    }

    private sealed class Demo : IDemoData
    {
        public Task SeedAsync(CancellationToken cancellationToken)
        {
            Fault.ThrowIf("demo");
            return Task.CompletedTask;
        }
    }
}
