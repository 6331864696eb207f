using System.Globalization;

namespace Portal.Organisation.Pages.Shared;

/// <summary>The way from the top of the own reach down to a unit, each a link; partial <c>_UnitPath</c>.</summary>
/// <param name="Current">Where the page stands.</param>
/// <param name="Page">Page that the links lead to.</param>
/// <param name="Parameter">Its route value for the unit.</param>
public sealed record UnitPath(Unit Current, string Page, string Parameter)
{
    public Dictionary<string, string> Extra { get; init; } = [];

    public Dictionary<string, object?> RouteTo(Unit unit)
    {
        var values = new Dictionary<string, object?> { ["area"] = "Organisation", [Parameter] = unit.Id.ToString(CultureInfo.InvariantCulture) };
        foreach (var (name, value) in Extra)
            values[name] = value;
        return values;
    }
}
