using Microsoft.Extensions.DependencyInjection;
using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Demo;
using Portal.GraduationClearance.Home;
using Portal.GraduationClearance.Imports;
using Portal.GraduationClearance.Roster.Import;
using Portal.Navigation;
using Portal.Security.Permissions;
using Portal.Toolkit.Components;
using Portal.Toolkit.Imports;

namespace Portal.GraduationClearance;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IPermissionProvider, Permissions>();
        services.AddScoped<INavigationProvider, Menu>().AddScoped<IHomeCounters, ClearanceCounters>();
        services.AddImport<DecisionImport>().AddImport<RosterImport>();
        services.AddScoped<IUnitUse, UnitUseQueries>();
        services.AddScoped<IDemoData, ClearanceDemo>().AddScoped<DemoSteps>().AddScoped<DemoProgress>();
    }
}
