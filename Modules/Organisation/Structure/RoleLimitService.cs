namespace Portal.Organisation.Structure;

/// <summary>
/// Nobody hands out more than he holds: only roles whose permissions are all among those of the own role, and roles that are open to
/// unit administrators. Who manages roles may give any.
/// </summary>
internal sealed class RoleLimitService(IUnitContext context, PermissionCatalog permissions, SnapshotStore store)
{
    private HashSet<string>? _own;

    public bool MayGive(long roleId) =>
        store.Current.FindRole(roleId) is { } role
        && (context.Has(Permissions.ManageRoles)
            || (role.IsDelegable && !store.Current.GrantsOf(roleId).Any(Permissions.IsCritical))
            || store.Current.GrantsOf(roleId).All(Own().Contains));

    /// <summary>Roles that may be given, by name.</summary>
    public IReadOnlyList<KeyValuePair<long, string>> Givable() =>
        [
            .. store.Current.Roles
                .Where(role => MayGive(role.Id))
                .OrderBy(role => role.Name, StringComparer.Ordinal)
                .Select(role => KeyValuePair.Create(role.Id, role.Name)),
        ];

    private HashSet<string> Own() => _own ??= context.Post is not { } post
        ? []
        : [
            .. store.Current.GrantsOf(post.RoleId),
            .. permissions.All
                .Where(permission => permission.GrantedBy.Any(name => store.Current.IsGranted(post.RoleId, name)))
                .Select(permission => permission.Name),
        ];
}
