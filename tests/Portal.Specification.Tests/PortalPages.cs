using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Specification.Tests;

/// <summary>Every address of the running host that is not a static file.</summary>
internal static partial class PortalPages
{
    /// <summary>Route templates in lower case; of a page that answers two addresses the short one.</summary>
    public static IReadOnlyList<string> Templates(IServiceProvider services)
    {
        var endpoints = services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null || endpoint.Metadata.GetMetadata<Portal.Modules.ModuleMetadata>() is not null)
            .ToArray();
        return
        [
            .. endpoints
                .GroupBy(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.RelativePath ?? endpoint.RoutePattern.RawText!)
                .Select(group => group.Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/')).MinBy(route => route.Length)!)
                .Select(route => $"/{route}")
                .Select(route => Literal().Replace(route, match => match.Value.ToLowerInvariant()))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>An address for a template: parameters get a number that no record has, the flow of a registry transfer its word.</summary>
    public static string Address(string template) => Parameter().Replace(template, match => match.Value == "{kind:kind}" ? "transfer" : match.Value.Contains('?', StringComparison.Ordinal) ? "" : "999999999").TrimEnd('/') is { Length: > 0 } address ? address : "/";

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"(?<=^|\})[^{]*")]
    private static partial Regex Literal();
}
