using Portal.Security.Permissions;

namespace Portal.Units;

/// <summary>Which role holds which permission, from the same snapshot as the tree.</summary>
public interface IRolePermissions
{
    /// <summary>The grant itself, without what other permissions imply.</summary>
    bool IsGranted(long roleId, string permission);

    /// <summary>Creates missing roles and writes each default grant that was never written before.</summary>
    Task ApplyDefaultsAsync(string moduleId, IReadOnlyCollection<PermissionStereotype> stereotypes, CancellationToken cancellationToken);
}
