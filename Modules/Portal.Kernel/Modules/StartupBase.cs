using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Modules;

/// <summary>
/// What a module contributes to the portal: permissions, menu entries, background tasks, endpoints.
/// The module's own classes are registered by its Autofac module.
/// </summary>
public abstract class StartupBase
{
    /// <summary>Among modules that do not depend on each other, the lower number comes first.</summary>
    public virtual int Order => 0;

    /// <summary>Registers what the module contributes; its own classes belong into its Autofac module.</summary>
    public virtual void ConfigureServices(IServiceCollection services)
    {
    }

    /// <summary>Maps endpoints that are not pages; use <c>routes.MapModule(id)</c> so that the switch governs them.</summary>
    public virtual void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider services)
    {
    }
}
