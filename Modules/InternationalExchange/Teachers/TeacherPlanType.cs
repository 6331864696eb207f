using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Teachers;

/// <summary>外籍教师招聘计划 of a college (Art. 8(4)).</summary>
internal sealed class TeacherPlanType : RecordType
{
    public const string TypeKey = "exchange.teacher-plan";

    public override string Key => TypeKey;

    public override string Label => "外籍教师招聘计划";

    public override string Prefix => "ZP";

    public override string Group => Groups.Teachers;

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("posts", "岗位", FieldKind.Rows, Max: 50, Columns:
        [
            new("subject", "课程或方向", FieldKind.Text),
            new("category", "类别", FieldKind.Choice, Options: "language=语言;professional=专业"),
            new("headcount", "人数", FieldKind.Int, Max: 100) { Min = 1 },
            new("from", "聘期起", FieldKind.Date),
            new("to", "聘期止", FieldKind.Date),
            new("requirements", "要求", FieldKind.Text, Required: false, Max: 1000),
        ]) { Min = 1 },
        new("reason", "招聘理由", FieldKind.LongText),
        new("material", "附件", FieldKind.File, Required: false),
    ];

    public override IReadOnlyList<RecordStep> Route { get; } =
    [
        Steps.Head,
        new("hr", "人事处统筹审核", Offices.Personnel, "第九条二2"),
        Steps.Exchange("第六条八"),
        Steps.School with { Article = "第八条四" },
    ];

    public override IReadOnlyList<RecordMove> Moves { get; } = Rules.Moves.OfRegister();

    public override IReadOnlyList<Grant> Grants { get; } = Matrix.Of(TypeKey);

    public override IReadOnlyList<RecordGuard> Guards { get; } =
    [
        RecordGuard.Of(RecordGuard.Submit, "第八条四", "聘期止早于聘期起", record => record.Rows("posts").All(post => post.Date("from") <= post.Date("to"))),
    ];
}
