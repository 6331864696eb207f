using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Rules;

/// <summary>Names for messages.</summary>
internal static class Names
{
    public static Task<IReadOnlyList<string>> OfUnitsAsync(RecordContext context, IReadOnlyCollection<long> ids) =>
        context.Data.QueryAsync<string>("select name from organisation_unit where id in @ids order by id", new { ids });

    /// <summary>Whether the unit is a 二级学院: Art. 8 asks more of those.</summary>
    public static async Task<bool> IsCollegeAsync(RecordContext context) =>
        (await context.Data.FirstOrDefaultAsync<string>("select kind from organisation_unit where id = @UnitId", new { context.Record.UnitId }))?.Contains("学院", StringComparison.Ordinal) == true;

    public static string Join(IEnumerable<string> names) => string.Join('、', names.Distinct());
}
