using Portal.Security.Permissions;

namespace Portal.Organisation;

public sealed class Permissions : IPermissionProvider
{
    public const string ManageUnits = "organisation.units.manage";
    public const string ManagePeople = "organisation.people.manage";
    public const string ManagePosts = "organisation.posts.manage";
    public const string ManageRoles = "organisation.roles.manage";
    public const string ViewModules = "organisation.modules.view";
    public const string ManageSwitches = "organisation.switches.manage";
    public const string ViewAudit = "organisation.audit.view";

    private static readonly Permission _units = new(ManageUnits, "维护单位");
    private static readonly Permission _people = new(ManagePeople, "维护人员账号");
    private static readonly Permission _posts = new(ManagePosts, "维护岗位");
    private static readonly Permission _roles = new(ManageRoles, "维护角色和权限");
    private static readonly Permission _modules = new(ViewModules, "查看模块状态");
    private static readonly Permission _switches = new(ManageSwitches, "设置模块开关");
    private static readonly Permission _audit = new(ViewAudit, "查看操作日志");
    private static readonly Permission[] _allPermissions = [_units, _people, _posts, _roles, _modules, _switches, _audit];

    /// <summary>Whoever holds it can give himself or others further rights, so the roles page warns.</summary>
    public static bool IsCritical(string permission) => permission is ManageRoles or ManagePosts or ManagePeople or ManageUnits;

    public IEnumerable<Permission> GetPermissions() => _allPermissions;

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = StandardRoles.Administrator, Permissions = _allPermissions },
        new() { Name = StandardRoles.UnitAdministrator, Permissions = [_posts, _people, _switches, _audit] },
    ];
}
