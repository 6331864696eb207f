using Portal.Modules;
using Portal.Navigation;
using Portal.Toolkit.Records.Access;
using Portal.Units;

namespace Portal.Toolkit.Records;

/// <summary>Menu entries of a module's record types, for whoever the matrix gives anything of them.</summary>
/// <example>
/// <code>
/// public sealed class Menu(RecordMenu records) : INavigationProvider
/// {
///     public ValueTask BuildNavigationAsync(string name, NavigationBuilder builder)
///     {
///         if (name == "main")
///             builder.Add("国际交流与合作", menu => records.AddTo(menu.Icon("world"), "InternationalExchange"));
///         return ValueTask.CompletedTask;
///     }
/// }
/// </code>
/// </example>
public sealed class RecordMenu(RecordCatalog catalog, RecordAccess access, IModuleSwitch modules, IUnitContext context)
{
    private const int Distance = 10;

    /// <summary>Adds one entry for each type that the post may open, in groups by <see cref="RecordType.Group"/>.</summary>
    /// <param name="menu">The module's entry.</param>
    /// <param name="moduleId">The module.</param>
    /// <param name="positionOf">Position of a group; null keeps the groups in the order of their types.</param>
    /// <param name="rankOf">Place of a type by its key; null keeps the types in the order of their keys.</param>
    /// <param name="leavesOutOwn">Leaves out the types of which the post reaches its own person's records alone, because the module has a page for these.</param>
    public void AddTo(NavigationBuilder menu, string moduleId, Func<string, int>? positionOf = null, Func<string, int>? rankOf = null, bool leavesOutOwn = false)
    {
        if (catalog.FindBook(moduleId) is not { } book || !modules.IsEnabled(book.ModuleId, context.UnitId))
            return;
        var next = 0;
        var types = book.Types
            .Where(type => access.MayOpen(type) && !(leavesOutOwn ? access.ReachOf(type).IsOwnOnly : access.IsPersonal(type)))
            .OrderBy(type => rankOf?.Invoke(type.Key) ?? 0);
        foreach (var group in types.GroupBy(type => type.Group))
        {
            next += Distance;
            if (group.Key.Length == 0)
                AddTypes(menu, group);
            else
                menu.Add(group.Key, entries => AddTypes(entries.Position(positionOf?.Invoke(group.Key) ?? next), group));
        }
    }

    private static void AddTypes(NavigationBuilder menu, IEnumerable<RecordType> types)
    {
        var position = 0;
        foreach (var type in types)
        {
            position += Distance;
            menu.Add(type.Label, item => item.Url(RecordAddress.ListOf(type.Key)).Position(position));
        }
    }
}
