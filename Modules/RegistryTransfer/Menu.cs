using Portal.Navigation;

namespace Portal.RegistryTransfer;

public sealed class Menu : INavigationProvider
{
    public ValueTask BuildNavigationAsync(string name, NavigationBuilder builder)
    {
        if (name == "main")
            builder.Add("学籍管理", Build);
        return ValueTask.CompletedTask;
    }

    // The paths of the seed: 学籍管理 → 跨省转学 → 跨省转学申请（统一平台）.
    private static void Build(NavigationItemBuilder group) => group.Icon("exchange").Position(20);
}
