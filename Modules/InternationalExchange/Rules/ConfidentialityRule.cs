using Portal.InternationalExchange.Safety;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Rules;

/// <summary>Art. 11: what is taken abroad or shown to guests was looked at before. Warns, or refuses where 国际交流处 has set it so.</summary>
internal static class ConfidentialityRule
{
    /// <param name="on">The move.</param>
    /// <param name="field">The field by which a review names the trip or event.</param>
    public static RecordGuard Reviewed(string on, string field) => new(on, "第十一条", async context =>
        await IsReviewedAsync(context, context.Record, field) ? null : "还没有通过涉外保密审查") { StrictSetting = ExchangeSettings.ConfidentialityStrict };

    public static async Task<bool> IsReviewedAsync(RecordSight sight, RecordView record, string field) =>
        (await sight.ReferringAsync(record.Id, ConfidentialityReviewType.TypeKey, field)).Any(review => review.IsIn("closed", "archived"));
}
