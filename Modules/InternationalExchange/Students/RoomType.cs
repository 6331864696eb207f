using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Students;

/// <summary>房源: the rooms that 后勤处 keeps for foreign teachers and students.</summary>
internal sealed class RoomType : RecordType
{
    public const string TypeKey = "exchange.room";

    public override string Key => TypeKey;

    public override string Label => "房源";

    public override string Prefix => "FY";

    public override string Group => Groups.Support;

    public override bool HasCommonFields => false;

    public override bool MayImport => true;

    public override string ImportedState => "active";

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("building", "楼栋", FieldKind.Text, Max: 50),
        new("number", "房号", FieldKind.Text, Max: 20),
        new("capacity", "可住人数", FieldKind.Int, Max: 20) { Min = 1, InList = true, Kept = true, FromDraft = true },
        new("note", "说明", FieldKind.LongText, Required: false) { Kept = true },
    ];

    public override IReadOnlyList<RecordState> States { get; } = [new("active", "可用", StateKind.Passed), new("closed", "停用", StateKind.NotRequired, IsFinal: true)];

    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        new(RecordMove.Close, ["active"], "closed", "停用", Act.Execute) { NeedsReason = true },
        new(RecordMove.Reopen, ["closed"], "active", "恢复使用", Act.Execute),
    ];

    public override IReadOnlyList<RecordKey> Keys { get; } = [new("number", record => $"{record["building"]}/{record["number"]}", "这个房间已经登记") { FromDraft = true }];

    public override string TitleOf(RecordView record) => $"{record["building"]} {record["number"]}";
}
