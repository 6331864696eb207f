using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Portal.Security;

namespace Portal.Modules;

/// <summary>Every endpoint says who may: a known permission, any signed-in person, or explicitly anybody.</summary>
internal sealed class EndpointProtectionCheck(IEnumerable<EndpointDataSource> sources, PermissionCatalog permissions) : IStartupCheck
{
    public IEnumerable<StartupProblem> FindProblems()
    {
        foreach (var endpoint in sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().DistinctBy(endpoint => endpoint.DisplayName))
        {
            var module = endpoint.Metadata.GetMetadata<ModuleMetadata>()?.Id;
            if (module is null && endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { AreaName: { } area })
                yield return new(area, $"{endpoint.DisplayName} 在区域 {area} 里，却没有模块的标记：模块开关管不到它。");
            var required = endpoint.Metadata.GetOrderedMetadata<RequirePermissionAttribute>();
            foreach (var unknown in required.Where(attribute => permissions.Find(attribute.Permission) is null))
                yield return new(module, $"{endpoint.DisplayName} 要求的权限 {unknown.Permission} 没有任何模块声明。");
            if (required.Count == 0
                && endpoint.Metadata.GetMetadata<RequireSignedInAttribute>() is null
                && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            {
                yield return new(module, $"{endpoint.DisplayName} 没有说明谁可以访问：请加 [RequirePermission]、[RequireSignedIn] 或 [AllowAnonymous]。");
            }
        }
    }
}
