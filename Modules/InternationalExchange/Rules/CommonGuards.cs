using Portal.InternationalExchange.Planning;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Rules;

/// <summary>What holds for every record (domain §2.3, G11 and G12).</summary>
internal static class CommonGuards
{
    public static IReadOnlyList<RecordGuard> All { get; } =
    [
        new(RecordGuard.Submit, "第六条", ContactAsync),
        new(RecordGuard.Submit, "第十二条", context => Task.FromResult(context.Record.Row.Region is "abroad" or "" ? null : context.Settings.Text(ExchangeSettings.HmtNotice))) { OnlyWarns = true },
    ];

    private static async Task<string?> ContactAsync(RecordContext context) =>
        context.Record.Row.Type == UnitContactType.TypeKey || (await context.OfUnitAsync(UnitContactType.TypeKey, context.Record.UnitId, RecordState.Active.Key)).Count > 0
            ? null
            : "本单位还没有在任的外事分管负责人，不能提交。请先在“外事责任人”中登记";
}
