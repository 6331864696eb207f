using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Safety;

/// <summary>对公安、国安报备 (Art. 9(7)), restricted: what 保卫处 filed outside.</summary>
internal sealed class ExternalFilingType : RecordType
{
    public const string TypeKey = "exchange.external-filing";

    public override string Key => TypeKey;

    public override string Label => "对公安国安报备";

    public override string Prefix => "BB";

    public override string Group => Groups.Safety;

    public override bool IsSensitive => true;

    public override bool HasCommonFields => false;

    public override string? KindField => "agency";

    public override (string? Start, string? End) Period => ("filedOn", null);

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("agency", "报备机关", FieldKind.Choice, Options: "police=辖区派出所;guobao=国保大队;security=国家安全部门;other=其他机关") { InList = true },
        new("subject", "报备事项", FieldKind.Text),
        new("persons", "涉及人员", FieldKind.LongText, Required: false),
        new("filedOn", "报备日期", FieldKind.Date) { InList = true, IsPast = true },
        new("receiptNo", "回执号", FieldKind.Text, Max: 50) { AskedBy = RecordMove.Close, InList = true },
        new("material", "报备材料", FieldKind.File, Required: false) { Kept = true },
    ];

    public override IReadOnlyList<RecordState> States { get; } = [new("active", "待回执", StateKind.Mine)];

    public override IReadOnlyList<RecordMove> Moves { get; } = [new(RecordMove.Close, ["active"], "closed", "登记回执", Act.Execute)];

    public override string TitleOf(RecordView record) => record["subject"] ?? "";
}
