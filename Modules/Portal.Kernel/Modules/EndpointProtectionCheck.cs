using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Portal.Security;

namespace Portal.Modules;

/// <summary>
/// Every endpoint says who may: a known permission, any signed-in person, or explicitly anybody. Looks at the application's own
/// data sources: those of the container stay empty until the application listens.
/// </summary>
internal sealed class EndpointProtectionCheck(ICollection<EndpointDataSource> sources, PermissionCatalog permissions, IModuleCatalog catalog) : IStartupCheck
{
    /// <summary>Added in Development by the static assets, for files that came after the build; a stranger meets the sign-in page.</summary>
    private const string DevelopmentFiles = "Fallback {**path:file}";

    public IEnumerable<StartupProblem> FindProblems()
    {
        foreach (var (name, endpoint) in sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Where(found => found.DisplayName != DevelopmentFiles).Select(found => (Name(found), found)).DistinctBy(found => found.Item1))
        {
            var module = endpoint.Metadata.GetMetadata<ModuleMetadata>()?.Id;
            if (module is null && Owner(endpoint) is { } owner)
            {
                module = owner.Id;
                yield return new(module, $"{name} 不受模块开关管理：请用 routes.MapModule(\"{module}\") 映射。");
            }

            var required = endpoint.Metadata.GetOrderedMetadata<RequirePermissionAttribute>();
            foreach (var unknown in required.Where(attribute => permissions.Find(attribute.Permission) is null))
                yield return new(module, $"{name} 要求的权限 {unknown.Permission} 没有任何模块声明。");
            if (required.Count == 0
                && endpoint.Metadata.GetMetadata<RequireSignedInAttribute>() is null
                && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            {
                yield return new(module, $"{name} 没有说明谁可以访问：请加 [RequirePermission]、[RequireSignedIn] 或 [AllowAnonymous]。");
            }
        }
    }

    // The display name of a page lacks its area, so the page of one module could hide that of another.
    private static string Name(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.RelativePath ?? $"{endpoint.DisplayName} {endpoint.RoutePattern.RawText}";

    private ModuleDescriptor? Owner(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.AreaName is { } area)
            return catalog.Find(area);
        return endpoint.Metadata.GetMetadata<MethodInfo>()?.DeclaringType?.Assembly is { } assembly ? catalog.FindByAssembly(assembly) : null;
    }
}
