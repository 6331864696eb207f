using Portal.Navigation;

namespace Portal.Organisation;

public sealed class Menu : INavigationProvider
{
    public ValueTask BuildNavigationAsync(string name, NavigationBuilder builder)
    {
        if (name == "main")
        {
            builder.Add("系统管理", group => group
                .Position(90).Icon("settings"));
        }

        return ValueTask.CompletedTask;
    }
}
