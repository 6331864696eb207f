namespace Portal.Security.Permissions;

/// <summary>A right a module declares. Its name is unique in the portal, for example <c>clearance.decide</c>.</summary>
public sealed class Permission(string name, string description, IEnumerable<Permission>? impliedBy = null)
{
    public string Name { get; } = name;

    /// <summary>In Chinese, as the administrator reads it on the roles page.</summary>
    public string Description { get; } = description;

    /// <summary>Permissions that include this one.</summary>
    public IReadOnlyList<Permission> ImpliedBy { get; } = impliedBy?.ToArray() ?? [];
}
