using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Students;

/// <summary>课程建设与质量检查: Chinese and general courses of 国际教育学院, courses of joint and overseas programmes of the colleges.</summary>
internal sealed class CourseItemType : RecordType
{
    public const string TypeKey = "exchange.course-item";

    public override string Key => TypeKey;

    public override string Label => "课程建设与质量检查";

    public override string Prefix => "KC";

    public override string Group => Groups.Students;

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<RecordFacet> Facets { get; } = [new("language", "对外汉语、通识"), new("programme", "合作办学、境外办学")];

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("kind", "类别", FieldKind.Choice, Options: "chinese=对外汉语;general=通识课程;programme=合作办学和境外办学课程") { InList = true },
        new("plan", "建设计划", FieldKind.LongText, Required: false),
        new("file", "课程材料", FieldKind.File, Required: false) { Kept = true },
        new("checks", "质量检查", FieldKind.Rows, Required: false, Columns:
        [
            new("on", "日期", FieldKind.Date),
            new("by", "检查人", FieldKind.Text),
            new("finding", "发现的问题", FieldKind.Text, Max: 500),
            new("fix", "整改措施", FieldKind.Text, Required: false, Max: 500),
            new("fixedOn", "整改完成日", FieldKind.Date, Required: false),
        ]) { Kept = true },
    ];

    public override IReadOnlyList<RecordStep> Route { get; } =
    [
        new("head", "单位一把手审核", UnitRole.OwnUnitHead, "第七条4、5，第八条七"),
        new("academic", "教务处审核", Offices.AcademicAffairs, "第九条三6"),
    ];

    public override string FacetOf(RecordView record) => record.Is("kind", "programme") ? "programme" : "language";
}
