using Portal.Toolkit.Records.Access;

namespace Portal.InternationalExchange.Pages.Agreements;

/// <summary>Which records of a type without facets a post may read, as a condition over the record <c>r</c> with the parameter <c>unitIds</c>.</summary>
internal static class RecordReachSql
{
    public static string Of(RecordReach reach) => reach switch
    {
        { AllFacets: null } => "1 = 1",
        { UnitIds.Count: > 0 } => "r.id in (select u.record_id from toolkit_record_unit u where u.type = r.type and u.unit_id in @unitIds)",
        _ => "1 = 0",
    };
}
