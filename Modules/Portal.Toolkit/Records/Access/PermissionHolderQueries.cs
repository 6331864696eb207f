using Portal.Units;

namespace Portal.Toolkit.Records.Access;

/// <summary>Who holds a permission by a post of today.</summary>
public sealed class PermissionHolderQueries(IPostDirectory directory, IRolePermissions roles)
{
    /// <summary>The posts whose role has one of these permissions.</summary>
    public async Task<IReadOnlyList<Post>> ListAsync(IReadOnlyCollection<string> permissions, CancellationToken cancellationToken)
    {
        var holding = (await directory.ListRolesAsync(cancellationToken)).Select(role => role.Id).Where(id => permissions.Any(permission => roles.IsGranted(id, permission)));
        return await directory.ListPostsAsync([.. holding], cancellationToken);
    }

    /// <summary>How many people hold what a unit role asks for.</summary>
    public async Task<int> CountAsync(UnitRole role, CancellationToken cancellationToken) =>
        (await ListAsync([role.Permission], cancellationToken)).DistinctBy(post => post.PersonId).Count();
}
