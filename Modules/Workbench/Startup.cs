using Microsoft.Extensions.DependencyInjection;
using Portal.Navigation;
using Portal.Security.Permissions;

namespace Portal.Workbench;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) =>
        services
            .AddScoped<IPermissionProvider, Permissions>()
            .AddScoped<INavigationProvider, Menu>()
            .Configure<RazorPagesOptions>(options => options.Conventions.AddAreaPageRoute("Workbench", "/Records/Edit", "/workbench/records/{type}/new"));
}
