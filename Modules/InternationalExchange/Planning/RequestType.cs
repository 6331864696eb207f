using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Planning;

/// <summary>请示报告 (Art. 3), and any other matter of exchange (Art. 6(10), 8(9)).</summary>
internal sealed class RequestType : RecordType
{
    public const string TypeKey = "exchange.request";

    public override string Key => TypeKey;

    public override string Label => "请示报告";

    public override string Prefix => "QS";

    public override string Group => Groups.Planning;

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("kind", "类别", FieldKind.Choice, Options: "request=请示;report=报告;other=其他") { InList = true },
        new("content", "内容", FieldKind.LongText),
        new("file", "附件", FieldKind.File, Required: false),
        new("reply", "批复", FieldKind.LongText, Required: false) { Kept = true },
    ];

    public override IReadOnlyList<RecordStep> Route { get; } = [Steps.Head, Steps.Exchange("第六条十"), Steps.School with { Article = "第三条" }];

    public override IReadOnlyList<RecordMove> Moves { get; } = Rules.Moves.OfRegister();

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);
}
