namespace Portal.Navigation;

/// <summary>Contributed by a module: its entries of a named menu; the side navigation is <c>main</c>.</summary>
public interface INavigationProvider
{
    /// <summary>Adds entries. A provider that throws is logged and left out; the others stay.</summary>
    ValueTask BuildNavigationAsync(string name, NavigationBuilder builder);
}
