using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Planning;

/// <summary>上级任务, given by 国际交流处 to units that report (Art. 6(2)).</summary>
internal sealed class SuperiorTaskType : RecordType
{
    private const int MostUnits = 50;

    public const string TypeKey = "exchange.superior-task";

    public override string Key => TypeKey;

    public override string Label => "上级任务";

    public override string Prefix => "SJ";

    public override string Group => Groups.Planning;

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("source", "来文单位", FieldKind.Text) { InList = true },
        new("docNo", "文号", FieldKind.Text, Required: false) { InList = true },
        new("content", "任务内容", FieldKind.LongText),
        new("assignedUnits", "分派的承办单位", FieldKind.Unit, Multiple: true, Max: MostUnits),
        new("dueOn", "期限", FieldKind.Date) { InList = true },
        new("document", "来文", FieldKind.File, Required: false),
        new("reports", "各单位报告", FieldKind.Rows, Required: false, Max: 200, Columns:
        [
            new("unit", "单位", FieldKind.Unit),
            new("on", "日期", FieldKind.Date),
            new("text", "办理情况", FieldKind.LongText),
        ]) { Kept = true },
        new("result", "办理结果", FieldKind.LongText) { AskedBy = RecordMove.Close },
    ];

    public override (string? Start, string? End) Period => (null, "dueOn");

    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        new(RecordMove.Close, ["active"], "closed", "办结", Act.Decide),
        new(RecordMove.Cancel, ["active"], "cancelled", "取消", Act.Decide) { NeedsReason = true },
        new(RecordMove.Archive, ["closed", "cancelled"], "archived", "归档", Act.Decide),
        new(RecordMove.Reopen, ["closed", "archived"], "active", "重新打开", Act.Decide) { NeedsReason = true },
    ];

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<RecordGuard> Guards { get; } =
    [
        OwnRows.Guard("reports", "assignedUnits", context => context.Actor.Is(Offices.Exchange)),
        new(RecordMove.Close, "第六条二", ReportedAsync),
    ];

    public override IReadOnlyList<RecordDue> Dues { get; } =
    [
        new("task", "上级任务期限", (record, _) => Dates.Day(record.Date("dueOn")), record => !record.IsIn("draft", "active")) { Offices = [Offices.Exchange] },
    ];

    public override int IdsPerChange => MostUnits;

    public override IReadOnlyList<long> PartnersOf(RecordView record) => record.Units("assignedUnits");

    public override async Task ChangedAsync(RecordChange change, RecordWriter writer)
    {
        if (change.Kind != RecordChangeKind.Submitted)
            return;
        foreach (var unit in change.After.Units("assignedUnits"))
            await writer.NotifyUnitAsync(unit, change.After, "上级任务", $"“{change.After.Title}”由本单位承办，期限 {change.After.Date("dueOn"):yyyy-MM-dd}。");
    }

    private static async Task<string?> ReportedAsync(RecordContext context) => OwnRows.Missing(context.Record, "reports", "assignedUnits") is { Length: > 0 } missing
        ? $"还没有报告：{Names.Join(await Names.OfUnitsAsync(context, missing))}"
        : null;
}
