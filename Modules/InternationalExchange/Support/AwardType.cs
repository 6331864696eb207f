using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Support;

/// <summary>表彰奖励 (Art. 10) of units and people who did well in cooperation abroad.</summary>
internal sealed class AwardType : RecordType
{
    public const string TypeKey = "exchange.award";

    public override string Key => TypeKey;

    public override string Label => "表彰奖励";

    public override string Prefix => "BZ";

    public override string Group => Groups.Support;

    public override string? KindField => "subject";

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("subject", "表彰对象", FieldKind.Choice, Options: "unit=单位;person=个人") { InList = true },
        new("units", "单位", FieldKind.Unit, Multiple: true, ShowIf: record => record.Is("subject", "unit")),
        new("people", "个人", FieldKind.Person, Multiple: true, ShowIf: record => record.Is("subject", "person")),
        new("facts", "主要事迹", FieldKind.LongText),
        new("outcome", "取得的成果", FieldKind.LongText, Required: false),
        new("evidence", "证明材料", FieldKind.File, Required: false),
        new("decisionNo", "表彰文号", FieldKind.Text, Max: 50) { AskedBy = RecordMove.Close, InList = true },
        new(Derived.Origin, "发起部门", FieldKind.Choice, Required: false, Options: "IEO=国际交流处") { AskedBy = Derived.Key },
    ];

    public override IReadOnlyList<RecordStep> Route { get; } =
    [
        Steps.Exchange("第十条") with { When = Derived.NotFrom(Offices.Exchange) },
        Steps.School with { Article = "第十条" },
    ];

    public override IReadOnlyList<RecordState> States { get; } = [new("approved", "已批准", StateKind.Passed)];

    public override IReadOnlyList<RecordMove> Moves { get; } = [Derived.Move, new(RecordMove.Close, ["approved"], "closed", "登记表彰文号", Act.Create)];

    public override int IdsPerChange => RecordWriter.IdsPerRecord;

    public override Task ChangedAsync(RecordChange change, RecordWriter writer) => Derived.MarkOriginAsync(change, writer, Offices.Exchange);
}
