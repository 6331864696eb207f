using Portal.Navigation;

namespace Portal.GraduationClearance;

public sealed class Menu : INavigationProvider
{
    private const string Area = "GraduationClearance";

    public ValueTask BuildNavigationAsync(string name, NavigationBuilder builder)
    {
        if (name == "main")
            builder.Add("离校系统", Build);
        return ValueTask.CompletedTask;
    }

    private static void Build(NavigationItemBuilder group) => group
        .Icon("school")
        .Position(10)
        .Add("现场办理", item => item.Page("/Desk/Index", Area).Permission(Permissions.Decide).Position(10))
        .Add("批量办理", item => item.Page("/Batch/Index", Area).Permission(Permissions.Decide).Position(20))
        .Add("批量导入", item => item.Page("/Import/Index", Area).Permission(Permissions.Decide).Position(30))
        .Add("导入记录", item => item.Page("/ImportLog/Index", Area).Permission(Permissions.ViewImports).Position(35))
        .Add("我的离校", item => item.Page("/MySheet/Index", Area).Permission(Permissions.OwnSheet).Position(40))
        .Add("学生离校信息查询", item => item.Page("/Students/Index", Area).Permission(Permissions.Query).Position(50))
        .Add("各环节办理情况统计", item => item.Page("/Statistics/Index", Area).Permission(Permissions.Query).Position(60))
        .Add("各环节信息数据", item => item.Page("/Records/Index", Area).Permission(Permissions.Query).Position(70))
        .Add("证书发放", item => item.Page("/Certificates/Index", Area).Permission(Permissions.ViewCertificates).Position(80))
        .Add("离校方案", item => item.Page("/Schemes/Index", Area).Permission(Permissions.Configure).Position(90));
}
