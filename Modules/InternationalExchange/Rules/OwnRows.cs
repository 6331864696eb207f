using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Rules;

/// <summary>Rows by which several units answer: each unit writes its own and nobody else's (Art. 4, 谁实施、谁负责).</summary>
internal static class OwnRows
{
    /// <param name="field">The rows, with a column <c>unit</c>.</param>
    /// <param name="asked">The field that names the units.</param>
    /// <param name="writesAll">Whether whoever is at work may write the rows of all.</param>
    public static RecordGuard Guard(string field, string asked, Func<RecordContext, bool> writesAll) => new(RecordGuard.Save, "第四条", context => Task.FromResult(context switch
    {
        { Before: not { } } => null,
        { Before: { } before } when !writesAll(context) && !OfOthers(before, field, context.Actor.UnitId).SequenceEqual(OfOthers(context.Record, field, context.Actor.UnitId)) =>
            "只能填写本单位的内容，其他单位的由其本人填写",
        _ when context.Record.Rows(field).Select(row => row.Unit("unit")).OfType<long>().Except(context.Record.Units(asked)).Any() => "有的单位不在所列单位之内",
        _ => null,
    }));

    /// <summary>Units that were asked and have not answered.</summary>
    public static long[] Missing(RecordView record, string field, string asked) =>
        [.. record.Units(asked).Except(record.Rows(field).Select(row => row.Unit("unit")).OfType<long>())];

    private static IEnumerable<string> OfOthers(RecordView record, string field, long unitId) =>
        record.Rows(field).Where(row => row.Unit("unit") != unitId).Select(row => row.Copy().ToJsonString());
}
