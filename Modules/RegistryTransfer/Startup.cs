using Microsoft.Extensions.DependencyInjection;
using Portal.Navigation;
using Portal.RegistryTransfer.Demo;
using Portal.Security.Permissions;

namespace Portal.RegistryTransfer;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IPermissionProvider, Permissions>();
        services.AddScoped<INavigationProvider, Menu>();
        services.AddScoped<IDemoData, RegistryDemo>().AddScoped<DemoRegistry>();
    }
}
