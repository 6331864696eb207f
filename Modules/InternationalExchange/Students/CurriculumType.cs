using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Students;

/// <summary>留学生培养方案: degree students' by their college, short language students' by 国际教育学院; 教务处 approves both.</summary>
internal sealed class CurriculumType : RecordType
{
    public const string TypeKey = "exchange.curriculum";

    public override string Key => TypeKey;

    public override string Label => "留学生培养方案";

    public override string Prefix => "PY";

    public override string Group => Groups.Students;

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<RecordFacet> Facets { get; } = [new("degree", "学历、联合培养"), new("short", "短期语言")];

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("kind", "类别", FieldKind.Choice, Options: "degree=学历教育;short=短期语言;joint=联合培养") { InList = true },
        new("major", "专业", FieldKind.Text, ShowIf: record => !record.Is("kind", "short")) { InList = true },
        new("credits", "总学分", FieldKind.Int, ShowIf: record => !record.Is("kind", "short"), Max: 400),
        new("grade", "年级", FieldKind.Text, Required: false, Max: 30) { InList = true },
        new("file", "培养方案文件", FieldKind.File),
    ];

    public override IReadOnlyList<RecordStep> Route { get; } =
    [
        new("head", "单位一把手审核", UnitRole.OwnUnitHead, "第七条2、第八条七"),
        new("academic", "教务处审核", Offices.AcademicAffairs, "第九条三5"),
    ];

    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        new(RecordMove.Activate, ["approved"], "active", "开始执行", Act.Create, Act.Execute),
        new(RecordMove.Close, ["active"], "closed", "停止使用", Act.Create, Act.Execute),
        new(RecordMove.Cancel, ["approved"], "cancelled", "取消", Act.Create) { NeedsReason = true },
    ];

    public override string FacetOf(RecordView record) => record.Is("kind", "short") ? "short" : "degree";
}
