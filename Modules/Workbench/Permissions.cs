using Portal.Security.Permissions;

namespace Portal.Workbench;

public sealed class Permissions : IPermissionProvider
{
    public const string EditCalendar = "workbench.calendar";

    private static readonly Permission _editCalendar = new(EditCalendar, "维护工作日历：节假日和调休工作日");

    public IEnumerable<Permission> GetPermissions() => [_editCalendar];

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() => [new() { Name = StandardRoles.Administrator, Permissions = [_editCalendar] }];
}
