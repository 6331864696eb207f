namespace Portal.Organisation.Structure;

/// <summary>Nobody hands out more than he holds: only roles whose permissions are all among those of the own role. Who manages roles may give any.</summary>
internal sealed class RoleLimitService(IUnitContext context, PermissionCatalog permissions, SnapshotStore store)
{
    private HashSet<string>? _own;

    public bool MayGive(long roleId) =>
        store.Current.RoleName(roleId) is not null
        && (context.Has(Permissions.ManageRoles) || store.Current.GrantsOf(roleId).All(Own().Contains));

    /// <summary>Roles that may be given, by name.</summary>
    public IReadOnlyList<KeyValuePair<long, string>> Givable() =>
        [.. store.Current.Roles.Where(role => MayGive(role.Key)).OrderBy(role => role.Value, StringComparer.Ordinal)];

    private HashSet<string> Own() => _own ??= context.Post is not { } post
        ? []
        : [
            .. store.Current.GrantsOf(post.RoleId),
            .. permissions.All
                .Where(permission => permission.GrantedBy.Any(name => store.Current.IsGranted(post.RoleId, name)))
                .Select(permission => permission.Name),
        ];
}
