using Microsoft.AspNetCore.Mvc.Rendering;

namespace Portal.GraduationClearance.Pages;

/// <summary>Units below the current post for a select, indented by their place in the tree.</summary>
internal static class UnitOptions
{
    public static IReadOnlyList<SelectListItem> All(IUnitTree tree, IUnitContext context)
    {
        var units = tree.Subtree(context.UnitId).Where(unit => unit.ParentId is not null).ToArray();
        var top = units.Select(Depth).DefaultIfEmpty().Min();
        return [.. units.OrderBy(unit => unit.Path, StringComparer.Ordinal).Select(unit => new SelectListItem(new string('　', Depth(unit) - top) + unit.Name, $"{unit.Id}"))];
    }

    private static int Depth(Unit unit) => unit.Path.Count(character => character == '/');
}
