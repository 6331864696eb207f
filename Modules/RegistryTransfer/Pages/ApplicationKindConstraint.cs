using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer.Pages;

/// <summary>Route constraint <c>kind</c>: one set of pages for both flows, any other word is no page.</summary>
internal sealed class ApplicationKindConstraint : IRouteConstraint
{
    public const string Name = "kind";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        ApplicationKinds.Find(values[routeKey] as string) is not null;
}
