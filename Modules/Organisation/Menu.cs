using Portal.Navigation;

namespace Portal.Organisation;

public sealed class Menu : INavigationProvider
{
    private const string Area = "Organisation";

    public ValueTask BuildNavigationAsync(string name, NavigationBuilder builder)
    {
        if (name == "main")
        {
            builder.Add("系统管理", group => group
                .Position(90).Icon("settings")
                .Add("单位", item => item.Position(10).Page("/Units/Index", Area).Permission(Permissions.ManageUnits))
                .Add("人员", item => item.Position(20).Page("/People/Index", Area).Permission(Permissions.ManagePeople))
                .Add("岗位", item => item.Position(30).Page("/Posts/Index", Area).Permission(Permissions.ManagePosts))
                .Add("角色", item => item.Position(40).Page("/Roles/Index", Area).Permission(Permissions.ManageRoles))
                .Add("模块", item => item.Position(50).Page("/Modules/Index", Area).Permission(Permissions.ViewModules))
                .Add("模块开关", item => item.Position(60).Page("/Switches/Index", Area).Permission(Permissions.ManageSwitches))
                .Add("操作日志", item => item.Position(70).Page("/Audit/Index", Area).Permission(Permissions.ViewAudit)));
        }

        return ValueTask.CompletedTask;
    }
}
