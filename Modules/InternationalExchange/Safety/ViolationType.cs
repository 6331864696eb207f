using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Safety;

/// <summary>违纪追究 (Art. 11), restricted: 国际交流处 proposes, 组织部 and 人事处 advise, the school decides.</summary>
internal sealed class ViolationType : RecordType
{
    public const string TypeKey = "exchange.violation";

    public override string Key => TypeKey;

    public override string Label => "违纪追究";

    public override string Prefix => "WJ";

    public override string Group => Groups.Safety;

    public override bool IsSensitive => true;

    public override string? KindField => "severity";

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("subject", "追究对象", FieldKind.Choice, Options: "unit=单位;person=个人") { InList = true },
        new("units", "单位", FieldKind.Unit, Multiple: true, ShowIf: record => record.Is("subject", "unit")),
        new("people", "个人", FieldKind.Person, Multiple: true, ShowIf: record => record.Is("subject", "person")),
        new("severity", "追究方式", FieldKind.Choice, Options: "liability=追究责任;discipline=行政或党纪处分;law=移送司法") { InList = true },
        new("facts", "事实", FieldKind.LongText),
        new("evidence", "附件", FieldKind.File, Required: false),
        new("decisionNo", "决定文号", FieldKind.Text, Max: 50) { AskedBy = RecordMove.Close },
    ];

    public override IReadOnlyList<RecordStep> Route { get; } =
    [
        new("organisation", "组织部意见", Offices.Organisation, "第十一条") { MayReject = false },
        new("personnel", "人事处意见", Offices.Personnel, "第十一条") { MayReject = false },
        new("school", "学校决定", Offices.School, "第十一条"),
    ];

    public override IReadOnlyList<RecordState> States { get; } = [new("approved", "已决定", StateKind.Failed)];

    public override IReadOnlyList<RecordMove> Moves { get; } = [new(RecordMove.Close, ["approved"], "closed", "登记决定文号", Act.Create)];
}
