using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Navigation;
using Portal.Organisation.Demo;
using Portal.Organisation.SignIn;
using Portal.Organisation.Structure;
using Portal.Security.Permissions;

namespace Portal.Organisation;

public sealed class Startup : StartupBase
{
    public override int Order => -100;

    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<SnapshotStore>();
        services.AddSingleton<IUnitTree, UnitTree>().AddSingleton<IRolePermissions, RolePermissions>().AddSingleton<IVisitorSource, VisitorSource>().AddSingleton<IPostDirectory, PostDirectory>().AddSingleton<IUnitRegistrar, UnitRegistrar>();
        services.AddSingleton<ModuleSwitch>().AddSingleton<IModuleSwitch>(provider => provider.GetRequiredService<ModuleSwitch>());
        services.AddSingleton<IPermissionProvider, Permissions>().AddSingleton<INavigationProvider, Menu>();
        services.AddSingleton<UnknownAccounts>().AddHostedService<SetupAnnouncement>();
        services.AddSignIn();
        services.AddScoped<IDemoOrganisation, DemoOrganisation>().AddScoped<IDemoData, OrganisationDemo>();
    }

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services) =>
        app.UseMiddleware<PasswordChangeGate>();
}
