using Portal.Navigation;

namespace Portal.Samples.DropIn;

public sealed class Menu : INavigationProvider
{
    public ValueTask BuildNavigationAsync(string name, NavigationBuilder builder)
    {
        if (name == "main")
        {
            builder.Add("教学周", group => group
                .Position(80).Icon("calendar")
                .Add("学期", item => item.Page("/Weeks/Index", "Samples.DropIn").Permission(Permissions.ManageTerms)));
        }

        return ValueTask.CompletedTask;
    }
}
