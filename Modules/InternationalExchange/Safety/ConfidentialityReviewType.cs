using Portal.InternationalExchange.Events;
using Portal.InternationalExchange.Rules;
using Portal.InternationalExchange.Trips;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Safety;

/// <summary>涉外保密审查 (Art. 11): what is shown or taken abroad is looked at before, by the head of the unit and by 国际交流处.</summary>
internal sealed class ConfidentialityReviewType : RecordType
{
    public const string TypeKey = "exchange.confidentiality-review";

    public override string Key => TypeKey;

    public override string Label => "涉外保密审查";

    public override string Prefix => "BM";

    public override string Group => Groups.Safety;

    public override string? KindField => "target";

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("target", "审查对象", FieldKind.Choice, Options: "trip=出访;event=来华活动;material=材料") { InList = true },
        new("trip", "出访", FieldKind.Ref, Required: false, RefType: StaffTripType.TypeKey, ShowIf: record => record.Is("target", "trip")),
        new("event", "活动", FieldKind.Ref, Required: false, RefType: EventType.TypeKey, ShowIf: record => record.Is("target", "event")),
        new("materials", "涉及的材料", FieldKind.Rows, Columns:
        [
            new("name", "名称", FieldKind.Text),
            new("carrier", "载体", FieldKind.Choice, Options: "paper=纸质;file=电子文件;device=设备和移动存储;speech=发言"),
            new("secrecy", "密级", FieldKind.Choice, Options: "public=公开;internal=内部;sensitive=敏感"),
        ]) { Min = 1 },
        new("copies", "材料全文", FieldKind.File, Required: false),
        new("pledge", "承诺遵守涉外保密规定", FieldKind.YesNo, Check: record => record.Bool("pledge") ? null : "须承诺遵守涉外保密规定（第十一条）"),
        new("result", "审查结论", FieldKind.Choice, Options: "allowed=同意;partly=删改后同意") { AskedBy = RecordMove.Close, InList = true },
        new("conditions", "要求", FieldKind.LongText, Required: false) { AskedBy = RecordMove.Close },
    ];

    public override IReadOnlyList<RecordStep> Route { get; } = [Steps.Head, Steps.Exchange("第十一条", "国际交流处审查")];

    public override IReadOnlyList<RecordMove> Moves { get; } = [new(RecordMove.Close, ["approved"], "closed", "登记审查结论", Act.Decide)];

    public override IReadOnlyList<RecordGuard> Guards { get; } =
    [
        RecordGuard.Of(RecordGuard.Approve, "第十一条", "标为敏感的材料不得用于涉外活动，请先删去", record => record.Rows("materials").All(material => !material.Is("secrecy", "sensitive"))),
    ];
}
