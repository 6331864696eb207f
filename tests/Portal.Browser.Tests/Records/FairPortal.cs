using Microsoft.Extensions.DependencyInjection;
using Portal.Browser.Tests.Browsing;
using Portal.Security.Permissions;
using Portal.Testing;
using Portal.Toolkit.Records;
using Workbench.Tests.Records;

namespace Portal.Browser.Tests.Records;

/// <summary>A portal with the sample book of fairs, whose form has fields of every kind.</summary>
public sealed class FairPortal : BrowserPortal<Sqlite>
{
    protected override void Configure(PortalFactory factory)
    {
        base.Configure(factory);
        factory.Clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));
        factory.Replace = services => services.AddScoped<IPermissionProvider, FairPermissions>().AddRecords<FairBook>();
    }

    protected override Task StartedAsync() => FairDemo.SeedAsync(Services, Database);
}
