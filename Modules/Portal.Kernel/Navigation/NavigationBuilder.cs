namespace Portal.Navigation;

/// <summary>Collects the entries of one provider, or of one group.</summary>
public class NavigationBuilder
{
    private readonly List<NavigationItemBuilder> _items = [];

    internal IReadOnlyList<NavigationItemBuilder> Items => _items;

    /// <summary>Adds an entry; a caption used by another module too makes one entry of both.</summary>
    public NavigationBuilder Add(string caption, Action<NavigationItemBuilder> configure)
    {
        var item = new NavigationItemBuilder(caption);
        configure(item);
        _items.Add(item);
        return this;
    }
}
