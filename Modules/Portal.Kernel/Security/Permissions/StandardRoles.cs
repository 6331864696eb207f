namespace Portal.Security.Permissions;

/// <summary>Roles every campus has. A module may name others in its stereotypes.</summary>
public static class StandardRoles
{
    /// <summary>Runs the portal; held at a top unit.</summary>
    public const string Administrator = "系统管理员";

    /// <summary>Looks after people and modules of one unit.</summary>
    public const string UnitAdministrator = "部门管理员";

    /// <summary>Reads figures of a unit and all below it.</summary>
    public const string Leader = "领导";

    /// <summary>Sees what is their own.</summary>
    public const string Student = "学生";
}
