using Portal.Navigation;
using Portal.RegistryTransfer.Model;

namespace Portal.RegistryTransfer;

public sealed class Menu : INavigationProvider
{
    private const string Area = "RegistryTransfer";

    public ValueTask BuildNavigationAsync(string name, NavigationBuilder builder)
    {
        if (name == "main")
            builder.Add("学籍管理", Build);
        return ValueTask.CompletedTask;
    }

    // The paths of the seed: 学籍管理 → 跨省转学 → 跨省转学申请（统一平台）.
    private static void Build(NavigationItemBuilder group) => group
        .Icon("exchange")
        .Position(20)
        .Add("跨省转学", flow =>
        {
            flow.Add("跨省业务统一办理平台数字证书安装", item => item.Page("/Certificate/Index", Area).Permission(Permissions.Install).Position(10));
            Flow(flow.Position(10), ApplicationKind.Transfer);
            Oversee(flow);
        })
        .Add("毕业后跨省就学", flow => Flow(flow.Position(20), ApplicationKind.PostGraduation))
        .Add("学生学籍", item => item.Page("/Students/Index", Area).Permission(Permissions.ViewStudents).Position(60))
        .Add("超期清理报告", item => item.Page("/Purge/Index", Area).Permission(Permissions.Supervise).Position(62))
        .Add("毕业与全国统一升级", item => item.Page("/RollUp/Index", Area).Permission(Permissions.ConfigureNation).Position(65))
        .Add("学校", item => item.Page("/Schools/Index", Area).Permission(Permissions.ManageSchools).Position(70))
        .Add("教育局", item => item.Page("/Bureaus/Index", Area).Permission(Permissions.ManageSchools).Position(80))
        .Add("省份", item => item.Page("/Provinces/Index", Area).Permission(Permissions.ManageSchools).Position(85))
        .Add("转学设置", item => item.Page("/Settings/Index", Area).Permission(Permissions.ConfigureProvince).Position(90));

    private static void Oversee(NavigationItemBuilder flow) => flow
        .Add("跨省业务统计", item => item.Page("/Oversight/Index", Area).Permission(Permissions.Supervise).Position(60))
        .Add("超期清单", item => item.Page("/Oversight/Overdue", Area).Permission(Permissions.Supervise).Position(70));

    private static void Flow(NavigationItemBuilder flow, ApplicationKind kind) => flow
        .Add(kind.PageTitle("申请"), item => item.Url($"/registrytransfer/apply/{kind.Slug()}").Permission(Permissions.Apply).Position(20))
        .Add(kind.PageTitle("核办"), item => item.Url($"/registrytransfer/review/{kind.Slug()}").Permission(Permissions.ReviewForSchool).Permission(Permissions.ReviewForBureau).Position(30))
        .Add(kind.PageTitle("查询"), item => item.Url($"/registrytransfer/query/{kind.Slug()}").Permission(Permissions.Query).Position(40))
        .Add(kind.PageTitle("撤销"), item => item.Url($"/registrytransfer/revoke/{kind.Slug()}").Permission(Permissions.Revoke).Position(50));
}
