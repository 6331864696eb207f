using Portal.Units;

namespace Portal.Toolkit.Records.Settings;

/// <summary>How many people hold what a unit role asks for.</summary>
public sealed class RoleHolderQueries(IPostDirectory directory, IRolePermissions permissions)
{
    public async Task<int> CountAsync(UnitRole role, CancellationToken cancellationToken)
    {
        var roles = await directory.ListRolesAsync(cancellationToken);
        var posts = await directory.ListPostsAsync([.. roles.Select(found => found.Id).Where(id => permissions.IsGranted(id, role.Permission))], cancellationToken);
        return posts.Select(post => post.PersonId).Distinct().Count();
    }
}
