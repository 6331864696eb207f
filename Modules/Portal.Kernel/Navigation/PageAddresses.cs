using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Portal.Navigation;

/// <summary>Addresses of pages for menus. Pages stay where they are while the host runs; asking the router for every entry of every menu costs more than a query.</summary>
internal sealed class PageAddresses(LinkGenerator links)
{
    private readonly ConcurrentDictionary<(PathString PathBase, string? Page, string? Area), string?> _known = new();

    public string? Find(PathString pathBase, string? page, string? area) => _known.GetOrAdd(
        (pathBase, page, area), key => links.GetPathByPage(key.Page!, handler: null, values: new { area = key.Area }, key.PathBase));
}
