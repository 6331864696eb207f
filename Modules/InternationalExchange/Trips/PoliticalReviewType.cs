using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Trips;

/// <summary>政审 of whoever goes abroad, by 组织部 alone (Art. 9(1)1); others see the result and how long it lasts.</summary>
internal sealed class PoliticalReviewType : RecordType
{
    public const string TypeKey = "exchange.political-review";

    public override string Key => TypeKey;

    public override string Label => "政审";

    public override string Prefix => "ZC";

    public override string Group => Groups.Trips;

    public override bool IsSensitive => true;

    public override bool HasCommonFields => false;

    public override bool MayImport => true;

    public override string? KindField => "personType";

    public override IReadOnlyList<RecordState> States { get; } =
    [
        new("active", "有效", StateKind.Passed),
        new("ended", "已撤销", StateKind.NotRequired, IsFinal: true),
    ];

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("personType", "人员类别", FieldKind.Choice, Options: "staff=教职工;student=学生") { Open = true },
        new("person", "姓名", FieldKind.Person) { Open = true },
        new("personUnit", "所在单位", FieldKind.Unit) { Open = true, InList = true },
        new("purpose", "事由", FieldKind.Choice, Options: "trip=因公出国;programme=学生出国项目"),
        new("result", "结论", FieldKind.Choice, Options: "agree=同意;disagree=不同意") { Open = true, InList = true },
        new("docNo", "文号", FieldKind.Text, Required: false),
        new("reviewedOn", "政审日期", FieldKind.Date),
        new("validTo", "有效期至", FieldKind.Date, ShowIf: record => record.Is("result", "agree"), Check: Dates.NotBefore("validTo", "reviewedOn", "有效期早于政审日期")) { Open = true, InList = true },
        new("opinion", "政审意见", FieldKind.LongText, Required: false, Sensitive: true),
    ];

    public override (string? Start, string? End) Period => ("reviewedOn", "validTo");

    public override IReadOnlyList<RecordMove> Moves { get; } = [new("revoke", ["active"], "ended", "撤销", Act.Decide) { NeedsReason = true }];

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override string TitleOf(RecordView record) => $"政审 {record.Person("person")?.Name}".TrimEnd();

    public override long? PersonOf(RecordView record) => record.Person("person")?.Id;

    public override IReadOnlyList<long> PartnersOf(RecordView record) => record.Units("personUnit");
}
