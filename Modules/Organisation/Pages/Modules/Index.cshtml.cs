using Portal.Toolkit.Components;

namespace Portal.Organisation.Pages.Modules;

[RequirePermission(Permissions.ViewModules)]
internal sealed class IndexModel(IModuleCatalog catalog) : PageModel
{
    public IEnumerable<ModuleDescriptor> Modules => catalog.Modules
        .OrderBy(module => module.IsTheme)
        .ThenBy(module => module.Manifest?.Category ?? "", StringComparer.Ordinal)
        .ThenBy(module => module.Name, StringComparer.Ordinal);

    public static StateBadge Badge(ModuleDescriptor module) => module.State switch
    {
        ModuleState.Loaded => new() { Kind = StateKind.Passed, Text = "已加载" },
        ModuleState.Disabled => new() { Kind = StateKind.NotRequired, Text = "配置为不加载" },
        ModuleState.NotSupported => new() { Kind = StateKind.Failed, Text = "版本不兼容" },
        _ => new() { Kind = StateKind.Failed, Text = "加载失败" },
    };

    public string Dependencies(ModuleDescriptor module) =>
        string.Join("、", (module.Manifest?.Dependencies ?? []).Select(id => catalog.Find(id)?.Name ?? id));
}
