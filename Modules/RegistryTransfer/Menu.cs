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
        .Add("跨省转学", flow => Flow(flow.Position(10), ApplicationKind.Transfer))
        .Add("毕业后跨省就学", flow => Flow(flow.Position(20), ApplicationKind.PostGraduation))
        .Add("学生学籍", item => item.Page("/Students/Index", Area).Permission(Permissions.ViewStudents).Position(60))
        .Add("学校", item => item.Page("/Schools/Index", Area).Permission(Permissions.ManageSchools).Position(70))
        .Add("教育局与省份", item => item.Page("/Bureaus/Index", Area).Permission(Permissions.ManageSchools).Position(80))
        .Add("转学设置", item => item.Page("/Settings/Index", Area).Permission(Permissions.ConfigureProvince).Position(90));

    private static void Flow(NavigationItemBuilder flow, ApplicationKind kind) => flow
        .Add(kind.PageTitle("申请"), item => item.Url($"/registrytransfer/apply/{kind.Slug()}").Permission(Permissions.Apply).Position(20));
}
