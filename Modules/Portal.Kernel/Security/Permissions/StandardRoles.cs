namespace Portal.Security.Permissions;

/// <summary>Roles every campus has. A module may name others in its stereotypes.</summary>
public static class StandardRoles
{
    public const string Administrator = "系统管理员";

    public const string UnitAdministrator = "部门管理员";

    public const string Leader = "领导";

    public const string Student = "学生";
}
