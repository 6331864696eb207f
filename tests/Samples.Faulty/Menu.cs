using Portal.Navigation;

namespace Portal.Samples.Faulty;

public sealed class Menu : INavigationProvider
{
    public ValueTask BuildNavigationAsync(string name, NavigationBuilder builder)
    {
        Fault.ThrowIf("menu");
        return ValueTask.CompletedTask;
    }
}
