using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Portal.Modules;
using Portal.Units;

namespace Portal.Navigation;

/// <summary>Collects, merges by caption, removes what the post may not do or has switched off, computes addresses, drops empty groups.</summary>
internal sealed class NavigationManager(
    IEnumerable<INavigationProvider> providers, IHttpContextAccessor accessor, PageAddresses addresses,
    IUnitContext context, IModuleCatalog catalog, IModuleSwitch moduleSwitch, ILogger<NavigationManager> logger) : INavigationManager
{
    public async Task<IReadOnlyList<MenuItem>> BuildMenuAsync(string name, CancellationToken cancellationToken)
    {
        var collected = new List<NavigationItemBuilder>();
        foreach (var provider in providers)
        {
            var builder = new NavigationBuilder();
            try
            {
                await provider.BuildNavigationAsync(name, builder);
                collected.AddRange(builder.Items);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "The menu provider {Provider} failed and was left out", provider.GetType().FullName);
            }
        }

        return Build(collected);
    }

    private List<MenuItem> Build(IEnumerable<NavigationItemBuilder> items)
    {
        var built = items
            .GroupBy(item => item.Caption)
            .OrderBy(group => group.Min(item => item.PositionValue))
            .Select(Merge)
            .Where(item => item.Url is not null || item.Items.Count > 0)
            .ToList();
        // A folder's first page stands for all of it, unless another entry says the place more exactly.
        var current = built.Where(item => item.IsCurrent).MaxBy(item => item.Url?.Length ?? 0);
        return built.ConvertAll(item => item.IsCurrent && item != current ? item with { IsCurrent = false } : item);
    }

    private MenuItem Merge(IGrouping<string, NavigationItemBuilder> group)
    {
        var allowed = group.FirstOrDefault(item => (item.UrlValue is not null || item.PageValue is not null) && IsAllowed(item));
        var url = allowed is null ? null : Url(allowed);
        var children = Build(group.Where(item => item.Items.Count == 0 || IsAllowed(item)).SelectMany(item => item.Items));
        return new MenuItem
        {
            Caption = group.Key,
            Url = url,
            Icon = group.Select(item => item.IconValue).FirstOrDefault(icon => icon is not null),
            Id = group.Select(item => item.IdValue).FirstOrDefault(id => id is not null),
            Items = children,
            IsCurrent = children.Any(child => child.IsCurrent) || (allowed is not null && IsCurrent(allowed, url)),
        };
    }

    private bool IsAllowed(NavigationItemBuilder item)
    {
        if (item.Permissions.Count > 0)
            return item.Permissions.Any(context.Has);
        return item.AreaValue is null || catalog.Find(item.AreaValue) is null || moduleSwitch.IsEnabled(item.AreaValue, context.UnitId);
    }

    private string? Url(NavigationItemBuilder item) => item.UrlValue ?? addresses.Find(accessor.HttpContext!.Request.PathBase, item.PageValue, item.AreaValue);

    private bool IsCurrent(NavigationItemBuilder item, string? url)
    {
        var request = accessor.HttpContext!.Request;
        if (item.PageValue is null)
            return request.Path.StartsWithSegments(url);

        // An entry stays current on its neighbours in the same folder and below: /Schemes/Index also stands for /Schemes/Edit and /Schemes/Steps/Edit.
        return request.RouteValues["area"] as string == item.AreaValue
            && request.RouteValues["page"] is string page
            && (page == item.PageValue || (item.PageValue.EndsWith("/Index", StringComparison.Ordinal) && IsInFolder(page, Folder(item.PageValue))));
    }

    private static bool IsInFolder(string page, string folder) =>
        Folder(page) == folder || (folder.Length > 0 && page.StartsWith($"{folder}/", StringComparison.Ordinal));

    private static string Folder(string page) => page[..page.LastIndexOf('/')];
}
