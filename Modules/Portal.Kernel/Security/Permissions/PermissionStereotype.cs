namespace Portal.Security.Permissions;

/// <summary>Default grant: a role, created when it is missing, and the permissions it starts with.</summary>
public sealed class PermissionStereotype
{
    /// <summary>Name of the role, for example one of <see cref="StandardRoles"/>.</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<Permission> Permissions { get; init; }
}
