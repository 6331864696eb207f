using Microsoft.Extensions.DependencyInjection;
using Portal.Navigation;
using Portal.Security.Permissions;

namespace Portal.Samples.DropIn;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) =>
        services.AddSingleton<IPermissionProvider, Permissions>().AddSingleton<INavigationProvider, Menu>();
}
