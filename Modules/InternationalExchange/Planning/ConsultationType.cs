using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Planning;

/// <summary>会签: a unit asks others, by their functions, what they say to a matter (Art. 4, 协调配合; Art. 9(8)). Beside the consulted steps that routes declare.</summary>
internal sealed class ConsultationType : RecordType
{
    public const string TypeKey = "exchange.consultation";

    private const string Opinions = "opinions";
    private const string Asked = "units";
    private const int MostUnits = 30;

    public override string Key => TypeKey;

    public override string Label => "会签";

    public override string Prefix => "HS";

    public override string Group => Groups.Planning;

    public override IReadOnlyList<RecordState> States { get; } = [new("active", "会签中", StateKind.Mine)];

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("content", "会签内容", FieldKind.LongText),
        new("about", "所涉记录编号", FieldKind.Text, Required: false, Max: 50) { InList = true, Hint = "协议、项目、活动、出访等记录的编号。" },
        new(Asked, "会签单位", FieldKind.Unit, Multiple: true, Max: MostUnits),
        new("dueOn", "期限", FieldKind.Date) { InList = true },
        new("material", "材料", FieldKind.File, Required: false),
        new(Opinions, "会签意见", FieldKind.Rows, Required: false, Max: 2 * MostUnits, Columns:
        [
            new("unit", "单位", FieldKind.Unit),
            new("on", "日期", FieldKind.Date),
            new("result", "结论", FieldKind.Choice, Options: "agree=同意;suggest=有修改意见;object=不同意"),
            new("text", "意见", FieldKind.Text, Required: false, Max: 1000),
        ]) { Kept = true },
        new("outcome", "采纳情况", FieldKind.LongText) { AskedBy = RecordMove.Close },
    ];

    public override (string? Start, string? End) Period => (null, "dueOn");

    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        new(RecordMove.Close, ["active"], "closed", "办结", Act.Create),
        new(RecordMove.Cancel, ["active"], "cancelled", "取消", Act.Create) { NeedsReason = true },
    ];

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<RecordGuard> Guards { get; } =
    [
        RecordGuard.Of(RecordGuard.Submit, "第四条", "会签单位不能是本单位", record => !record.Units(Asked).Contains(record.UnitId)),
        OwnRows.Guard(Opinions, Asked, _ => false),
        new($"{RecordMove.Close},{RecordMove.Cancel}", "第四条", context => Task.FromResult(context.Actor.UnitId == context.Record.UnitId ? null : "由发起会签的单位办结或取消")),
        new(RecordMove.Close, "第四条", AnsweredAsync),
    ];

    public override IReadOnlyList<RecordDue> Dues { get; } = [new("answer", "会签期限", (record, _) => Dates.Day(record.Date("dueOn")), record => !record.IsIn("draft", "active"))];

    public override int IdsPerChange => MostUnits;

    // A draft is nobody else's matter yet.
    public override IReadOnlyList<long> PartnersOf(RecordView record) => record.IsIn(RecordState.Draft.Key) ? [] : record.Units(Asked);

    public override async Task ChangedAsync(RecordChange change, RecordWriter writer)
    {
        if (!change.Entered("active"))
            return;
        foreach (var unit in change.After.Units(Asked))
            await writer.NotifyUnitAsync(unit, change.After, "请会签", $"“{change.After.Title}”，期限 {change.After.Date("dueOn"):yyyy-MM-dd}。");
    }

    private static async Task<string?> AnsweredAsync(RecordContext context) => OwnRows.Missing(context.Record, Opinions, Asked) is { Length: > 0 } missing
        ? $"还没有会签：{Names.Join(await Names.OfUnitsAsync(context, missing))}"
        : null;
}
