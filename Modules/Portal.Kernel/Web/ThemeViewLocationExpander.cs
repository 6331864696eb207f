using Microsoft.AspNetCore.Mvc.Razor;
using Portal.Modules;
using Portal.Modules.Manifest;

namespace Portal.Web;

/// <summary>Asks the theme, then its base theme, before the module's own layouts, partials and view components.</summary>
internal sealed class ThemeViewLocationExpander(string theme, IModuleCatalog catalog) : IViewLocationExpander
{
    private readonly string[] _themes = [.. Chain(theme, catalog)];

    public void PopulateValues(ViewLocationExpanderContext context) => context.Values["theme"] = theme;

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        _themes
            .SelectMany(name => new[] { $"/Themes/{name}/Areas/{{2}}/{{0}}.cshtml", $"/Themes/{name}/Shared/{{0}}.cshtml" })
            .Concat(viewLocations);

    private static IEnumerable<string> Chain(string theme, IModuleCatalog catalog)
    {
        var seen = new HashSet<string>();
        for (var current = theme; current is not null && seen.Add(current);)
        {
            yield return current;
            current = (catalog.Find(current)?.Manifest as ThemeAttribute)?.BaseTheme;
        }
    }
}
