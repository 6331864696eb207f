namespace Portal.Security.Permissions;

/// <summary>Contributed by a module: the permissions it knows and the roles that get them at first.</summary>
public interface IPermissionProvider
{
    /// <summary>Asked once at start-up; a name declared twice is a fault of the start-up.</summary>
    IEnumerable<Permission> GetPermissions();

    /// <summary>Written once per module and permission; afterwards the grants belong to the administrator.</summary>
    IEnumerable<PermissionStereotype> GetDefaultStereotypes();
}
