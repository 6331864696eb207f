using Portal.Modules;
using Portal.Security.Permissions;

namespace Portal.Security;

/// <summary>All declared permissions, each with its module and with the permissions that grant it.</summary>
public sealed class PermissionCatalog
{
    private readonly Dictionary<string, DeclaredPermission> _byName = [];
    private readonly List<StartupProblem> _problems = [];

    public PermissionCatalog(IEnumerable<IPermissionProvider> providers, IModuleCatalog modules)
    {
        // Drop-ins last, so that a doubled name is their fault.
        foreach (var (provider, module) in providers
            .Select(provider => (provider, module: modules.FindByAssembly(provider.GetType().Assembly)))
            .OrderBy(pair => pair.module?.Source == ModuleSource.DropIn))
        {
            try
            {
                Add(provider, module?.Id ?? "");
            }
            catch (Exception exception)
            {
                _problems.Add(new(module?.Id, $"{provider.GetType().FullName} 无法给出权限：{exception.Message}"));
            }
        }
    }

    public IReadOnlyCollection<DeclaredPermission> All => _byName.Values;

    internal IReadOnlyList<StartupProblem> Problems => _problems;

    public DeclaredPermission? Find(string name) => _byName.GetValueOrDefault(name);

    private void Add(IPermissionProvider provider, string moduleId)
    {
        foreach (var permission in provider.GetPermissions())
        {
            if (!_byName.TryAdd(permission.Name, new(permission.Name, permission.Description, moduleId, GrantingNames(permission))))
                _problems.Add(new(moduleId, $"权限 {permission.Name} 被声明了两次。"));
        }
    }

    private static string[] GrantingNames(Permission permission)
    {
        var names = new HashSet<string>();
        var open = new Stack<Permission>([permission]);
        while (open.TryPop(out var current))
        {
            if (!names.Add(current.Name))
                continue;
            foreach (var above in current.ImpliedBy)
                open.Push(above);
        }

        return [.. names];
    }
}

/// <summary>A permission as declared by a module.</summary>
/// <param name="Name">Unique name.</param>
/// <param name="Description">In Chinese.</param>
/// <param name="ModuleId">Module whose switch governs it; empty for kernel and toolkit.</param>
/// <param name="GrantedBy">This permission and all that imply it.</param>
public sealed record DeclaredPermission(string Name, string Description, string ModuleId, IReadOnlyList<string> GrantedBy);
