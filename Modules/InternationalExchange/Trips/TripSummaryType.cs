using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Trips;

/// <summary>出访总结, filed after the return (Art. 8(3)).</summary>
internal sealed class TripSummaryType : RecordType
{
    public const string TypeKey = "exchange.trip-summary";

    public override string Key => TypeKey;

    public override string Label => "出访总结";

    public override string Prefix => "CZ";

    public override string Group => Groups.Trips;

    public override bool HasCommonFields => false;

    public override string ApprovedState => "filed";

    public override IReadOnlyList<RecordState> States { get; } = [new("filed", "已备案", StateKind.Passed, IsFinal: true)];

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("trip", "出访", FieldKind.Ref, RefType: StaffTripType.TypeKey),
        new("content", "总结", FieldKind.LongText, Max: 20000) { Hint = "任务完成情况、日程执行情况、主要收获。" },
        new("outcomes", "成果", FieldKind.LongText, Required: false),
        new("costActual", "实际支出（元）", FieldKind.Money, Required: false),
        new("docsReturned", "证照已交回", FieldKind.YesNo, Required: false),
        new("discipline", "有无违纪", FieldKind.Choice, Options: "no=无;yes=有"),
        new("followUp", "后续工作", FieldKind.LongText, Required: false),
        new("material", "总结材料", FieldKind.File, Required: false),
    ];

    public override IReadOnlyList<RecordStep> Route { get; } = [new("filing", "国际交流处备案", Offices.Exchange, "第八条三")];

    public override IReadOnlyList<RecordMove> Moves { get; } = [];

    public override bool MayChange => false;

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<RecordKey> Keys { get; } =
        [new("trip", record => record.IsIn("rejected", "withdrawn") ? null : $"{record.Ref("trip")?.Id}", "这次出访已经有总结") { ForEver = true }];

    public override IReadOnlyList<RecordGuard> Guards { get; } =
    [
        new($"{RecordGuard.Save},{RecordGuard.Submit}", "第八条三", OwnAsync),
        new($"{RecordGuard.Submit},{RecordGuard.Approve}", "第八条三", TripAsync),
        new(RecordGuard.Submit, "第八条三", context => Task.FromResult(
            context.Record["content"]!.Length < context.Settings.Number(ExchangeSettings.SummaryLength)
                ? $"总结至少 {context.Settings.Number(ExchangeSettings.SummaryLength)} 字，现在 {context.Record["content"]!.Length} 字"
                : null)),
    ];

    public override int IdsPerChange => RecordWriter.IdsPerRecord;

    public override string TitleOf(RecordView record) => $"出访总结 {record.Ref("trip")?.Title}".TrimEnd();

    public override async Task ChangedAsync(RecordChange change, RecordWriter writer)
    {
        if (change.Entered("filed") && change.After.Ref("trip") is { } reference && await writer.FindAsync(reference.Id) is { State: "returned-home" } trip)
            await writer.MoveAsync(trip, "file-summary", $"总结 {change.After.No} 已备案");
    }

    private static async Task<string?> OwnAsync(RecordContext context) =>
        await context.LinkedAsync("trip") is [var trip] && trip.UnitId != context.Record.UnitId ? "只能为本单位的出访提交总结" : null;

    private static async Task<string?> TripAsync(RecordContext context) => (await context.LinkedAsync("trip")) switch
    {
        [{ State: "returned-home" }] => null,
        _ => "出访还没有登记返回，不能提交或备案总结",
    };
}
