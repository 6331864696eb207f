
namespace Portal.InternationalExchange.Pages.Statistics;

/// <summary>Whose figures a post sees.</summary>
/// <param name="IsWhole">The whole school.</param>
/// <param name="UnitIds">Otherwise its own unit and those below.</param>
/// <param name="Name">As pages call it.</param>
internal sealed record StatisticsScope(bool IsWhole, IReadOnlyList<long> UnitIds, string Name)
{
    /// <summary>A condition over a column with a unit, with the parameter <c>unitIds</c>.</summary>
    public string Sql(string column) => IsWhole ? "1 = 1" : $"{column} in @unitIds";
}
