using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.BackgroundTasks;
using Portal.Navigation;
using Portal.RegistryTransfer.Applications;
using Portal.RegistryTransfer.Archives;
using Portal.RegistryTransfer.Certificates;
using Portal.RegistryTransfer.Demo;
using Portal.RegistryTransfer.Pages;
using Portal.RegistryTransfer.Purge;
using Portal.RegistryTransfer.RollUp;
using Portal.RegistryTransfer.Schools;
using Portal.RegistryTransfer.Schools.Import;
using Portal.RegistryTransfer.Students;
using Portal.RegistryTransfer.Students.Import;
using Portal.Security.Permissions;
using Portal.Toolkit.Imports;

namespace Portal.RegistryTransfer;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddScoped<IPermissionProvider, Permissions>();
        services.AddScoped<INavigationProvider, Menu>();
        services.AddScoped<ArchiveMove>().AddScoped<PromotedApplications>();
        services.AddScoped<IBackgroundTask, ArchiveTask>().AddScoped<IBackgroundTask, RollUpTask>()
            .AddScoped<IBackgroundTask, PurgeTask>().AddScoped<IBackgroundTask, SchoolPathTask>();
        services.Configure<RouteOptions>(options => options.SetParameterPolicy<ApplicationKindConstraint>(ApplicationKindConstraint.Name));
        services.AddScoped<IUnitUse, UnitUseQueries>().AddScoped<StudentStore>();
        services.AddImport<SchoolImport>().AddImport<StudentImport>();
        services.AddScoped<IDemoData, RegistryDemo>().AddScoped<DemoRegistry>().AddScoped<DemoFlow>();
        services.AddCertificates();
    }

    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services) => ProxyCertificates.Use(app);
}
