namespace Portal.Navigation;

/// <summary>One entry; groups are merged by caption over all modules.</summary>
public sealed class NavigationItemBuilder(string caption) : NavigationBuilder
{
    internal string Caption { get; } = caption;

    internal int PositionValue { get; private set; } = 50;

    internal string? IconValue { get; private set; }

    internal string? UrlValue { get; private set; }

    internal string? PageValue { get; private set; }

    internal string? AreaValue { get; private set; }

    internal List<string> Permissions { get; } = [];

    internal string? IdValue { get; private set; }

    /// <summary>Lower comes first; entries with equal positions keep the order of their modules.</summary>
    public NavigationItemBuilder Position(int position)
    {
        PositionValue = position;
        return this;
    }

    /// <summary>Name of a Tabler icon, for example <c>school</c>.</summary>
    public NavigationItemBuilder Icon(string icon)
    {
        IconValue = icon;
        return this;
    }

    public NavigationItemBuilder Id(string id)
    {
        IdValue = id;
        return this;
    }

    /// <summary>A fixed address instead of a page; without a permission everybody sees it.</summary>
    public NavigationItemBuilder Url(string url)
    {
        UrlValue = url;
        return this;
    }

    /// <summary>A page of a module: <c>Page("/Desk/Index", "GraduationClearance")</c>.</summary>
    public NavigationItemBuilder Page(string page, string area)
    {
        PageValue = page;
        AreaValue = area;
        return this;
    }

    /// <summary>Shown to posts that hold this permission; with several calls any of them is enough.</summary>
    public NavigationItemBuilder Permission(string permission)
    {
        Permissions.Add(permission);
        return this;
    }
}
