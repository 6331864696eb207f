using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Planning;

/// <summary>外事责任人: the one person who answers for a unit's exchange (Art. 6), and the officers of a college (Art. 8(1)).</summary>
internal sealed class UnitContactType : RecordType
{
    public const string TypeKey = "exchange.unit-contact";

    public override string Key => TypeKey;

    public override string Label => "外事责任人";

    public override string Prefix => "ZR";

    public override string Group => Groups.Planning;

    public override bool HasCommonFields => false;

    public override IReadOnlyList<RecordState> States { get; } =
    [
        new("active", "在任", StateKind.Passed),
        new("ended", "任期结束", StateKind.NotRequired, IsFinal: true),
    ];

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("leader", "分管负责人", FieldKind.Person),
        new("officers", "外事工作人员", FieldKind.Person, Required: false, Multiple: true, Max: 20) { InList = true, Hint = "二级学院至少一名。" },
        new("phone", "联系电话", FieldKind.Text, Required: false, Max: 50),
        new("from", "任期起", FieldKind.Date) { InList = true },
        new("to", "任期止", FieldKind.Date, Check: Dates.NotBefore("to", "from", "任期止早于任期起")) { AskedBy = "end" },
    ];

    public override IReadOnlyList<RecordMove> Moves { get; } = [new("end", ["active"], "ended", "结束任期", Act.Create, Act.File)];

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<RecordKey> Keys { get; } =
        [new("leader", record => $"{record.UnitId}", "本单位已有在任的分管负责人，请先结束其任期（第六条）")];

    public override IReadOnlyList<RecordGuard> Guards { get; } =
    [
        new(RecordGuard.Submit, "第八条一", async context => context.Record.Has("officers") || !await Names.IsCollegeAsync(context) ? null : "二级学院须指定至少一名外事工作人员"),
    ];

    public override string TitleOf(RecordView record) => $"外事责任人 {record.Person("leader")?.Name}".TrimEnd();
}
