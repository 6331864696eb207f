using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Portal.Modules;

/// <summary>Endpoints of a module that are not pages.</summary>
public static class ModuleRoutes
{
    /// <summary>A group under <c>/{id}</c>, in lower case, governed by the module's switch.</summary>
    public static RouteGroupBuilder MapModule(this IEndpointRouteBuilder routes, string id) =>
        routes.MapGroup($"/{id.ToLowerInvariant()}").WithMetadata(new ModuleMetadata(id));
}
