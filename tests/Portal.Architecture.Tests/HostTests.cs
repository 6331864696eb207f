using Autofac;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Modules;
using Portal.Testing;

namespace Portal.Architecture.Tests;

/// <summary>What only the running host can tell.</summary>
public sealed class HostTests(HostFixture portal) : IClassFixture<HostFixture>
{
    [Fact]
    public void Every_module_is_loaded() =>
        Assert.All(portal.Services.GetRequiredService<IModuleCatalog>().Modules, module => Assert.True(module.State == ModuleState.Loaded, $"{module.Id}: {module.Reason}"));

    [Fact]
    public void Every_page_of_a_module_is_governed_by_the_modules_switch()
    {
        var pages = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.AreaName is not null).ToArray();
        Assert.NotEmpty(pages);
        Assert.Empty(pages
            .Where(endpoint => endpoint.Metadata.GetMetadata<ModuleMetadata>()?.Id != endpoint.Metadata.GetMetadata<PageActionDescriptor>()!.AreaName)
            .Select(endpoint => endpoint.RoutePattern.RawText));
    }

    [Fact]
    public void No_two_pages_answer_one_address()
    {
        var doubled = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .GroupBy(endpoint => endpoint.RoutePattern.RawText!.ToLowerInvariant())
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);
        Assert.Empty(doubled);
    }

    [Fact]
    public void No_service_is_keyed() => Assert.Empty(portal.Keyed);

    [Fact]
    public void The_container_is_autofac() => Assert.NotNull(portal.Services.GetService<ILifetimeScope>());

    [Fact]
    public void The_start_left_no_warning() => Assert.Empty(portal.Factory.Log.Entries.Where(entry => !entry.Contains("XmlKeyManager", StringComparison.Ordinal)));
}

/// <summary>A host whose registrations were looked through.</summary>
public sealed class HostFixture : PortalFixture<Sqlite>
{
    public List<string> Keyed { get; } = [];

    protected override void Configure(PortalFactory factory) =>
        factory.Replace = services => Keyed.AddRange(services.Where(service => service.IsKeyedService).Select(service => service.ServiceType.FullName!));
}
