using Portal.Navigation;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange;

/// <summary>One entry for each record type, below the group that the type names, for whoever the matrix gives anything of it.</summary>
public sealed class Menu(RecordCatalog records) : INavigationProvider
{
    private const string Id = "InternationalExchange";

    public ValueTask BuildNavigationAsync(string name, NavigationBuilder builder)
    {
        if (name == "main" && records.FindBook(Id) is { } book)
            builder.Add(book.Title, group => Build(group.Icon("world").Position(30), book));
        return ValueTask.CompletedTask;
    }

    private static void Build(NavigationItemBuilder menu, RecordBook book)
    {
        foreach (var group in book.Types.GroupBy(type => type.Group).OrderBy(group => Groups.PositionOf(group.Key)))
        {
            menu.Add(group.Key, entries =>
            {
                entries.Position(Groups.PositionOf(group.Key));
                foreach (var type in group)
                    entries.Add(type.Label, item => Allow(item.Url(RecordAddress.ListOf(type.Key)), book, type));
            });
        }
    }

    private static void Allow(NavigationItemBuilder item, RecordBook book, RecordType type)
    {
        var permissions = book.Roles
            .Where(role => (role.ReadsAll && !type.IsSensitive) || type.Grants.Any(grant => grant.UnitRole == role.Key))
            .Select(role => role.Permission)
            .Concat(type.Route.Any(step => step.UnitRole == UnitRole.OwnUnitHead) ? [Permissions.Head] : []);
        foreach (var permission in permissions.Distinct())
            item.Permission(permission);
    }
}
