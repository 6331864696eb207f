using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Support;

/// <summary>后勤保障 (Art. 9(6)): dormitories, property, canteen and support for guests from abroad.</summary>
internal sealed class LogisticsOrderType : RecordType
{
    public const string TypeKey = "exchange.logistics-order";

    public override string Key => TypeKey;

    public override string Label => "后勤保障";

    public override string Prefix => "HQ";

    public override string Group => Groups.Support;

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("kind", "类别", FieldKind.Choice, Options: "build=宿舍建设;property=物业;canteen=食堂餐饮;support=后勤保障") { InList = true },
        new("place", "地点", FieldKind.Text, Required: false),
        new("need", "需求", FieldKind.LongText),
        new("dueOn", "希望完成日期", FieldKind.Date) { InList = true },
        new("doneOn", "完成日期", FieldKind.Date) { AskedBy = RecordMove.Close, IsPast = true, InList = true },
        new("outcome", "完成情况", FieldKind.LongText) { AskedBy = RecordMove.Close },
    ];

    public override IReadOnlyList<RecordState> States { get; } = [new("active", "办理中", StateKind.Mine)];

    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        new(RecordMove.Close, ["active"], "closed", "登记完成", Act.Execute),
        new("decline", ["active"], "rejected", "不能办理", Act.Decide) { NeedsReason = true },
        new(RecordMove.Cancel, ["active"], "cancelled", "取消", Act.Create) { NeedsReason = true },
    ];

    public override IReadOnlyList<RecordDue> Dues { get; } =
        [new("done", "后勤保障完成", (record, _) => record.Date("dueOn")?.ToDateTime(default), record => record.Has("doneOn")) { Offices = [Offices.Logistics] }];

    public override int IdsPerChange => 1;

    public override Task ChangedAsync(RecordChange change, RecordWriter writer) =>
        change.Entered("active") ? writer.NotifyOfficeAsync(Offices.Logistics, change.After, "有新的后勤保障需求", change.After.Title) : Task.CompletedTask;
}
