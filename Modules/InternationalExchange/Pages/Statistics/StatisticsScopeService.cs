using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;

namespace Portal.InternationalExchange.Pages.Statistics;

/// <summary>学校 and 国际交流处 see the whole school, every other unit itself; students and foreign teachers nothing.</summary>
internal sealed class StatisticsScopeService(RecordCatalog catalog, RecordAccess access, IUnitContext context, IUnitTree units)
{
    /// <summary>Null for a post without any part in the module.</summary>
    public StatisticsScope? Find()
    {
        var book = catalog.FindBook(ExchangeBook.Id)!;
        var roles = access.RolesIn(book).Where(role => !role.IsPersonal).ToArray();
        if (roles.Any(role => role.ReadsAll))
            return new(IsWhole: true, [], "全校");
        return roles.Length > 0 || context.Has(Permissions.Head)
            ? new(IsWhole: false, [.. units.Subtree(context.UnitId).Select(unit => unit.Id)], units.Find(context.UnitId)?.Name ?? "本单位")
            : null;
    }
}
