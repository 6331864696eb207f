using Portal.Modules;
using Portal.Security;
using Portal.Units;

namespace Portal.Toolkit.Demo;

/// <summary>Somebody of the demo at work in his post, with the rights of his role.</summary>
internal sealed class DemoContext(IUnitTree tree, IRolePermissions roles, IModuleSwitch modules, PermissionCatalog permissions) : IUnitContext
{
    public Person? Person { get; private set; }

    public Post? Post { get; private set; }

    public IReadOnlyList<Post> Posts => Post is null ? [] : [Post];

    public long UnitId => Post?.UnitId ?? 0;

    public IReadOnlyList<long> Path => tree.Find(UnitId) is { } unit ? [.. unit.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)] : [];

    public string Address => "";

    public void Enter(Person person, Post post) => (Person, Post) = (person, post);

    public bool Has(string permission) => Post is { } post
        && permissions.Find(permission) is { } declared
        && declared.GrantedBy.Any(name => roles.IsGranted(post.RoleId, name))
        && (declared.ModuleId.Length == 0 || modules.IsEnabled(declared.ModuleId, post.UnitId));
}
