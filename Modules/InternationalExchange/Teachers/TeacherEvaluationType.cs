using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Teachers;

/// <summary>外籍教师评价 by the college that employs him (Art. 8(4)).</summary>
internal sealed class TeacherEvaluationType : RecordType
{
    public const string TypeKey = "exchange.teacher-evaluation";

    public override string Key => TypeKey;

    public override string Label => "外籍教师评价";

    public override string Prefix => "PJ";

    public override string Group => Groups.Teachers;

    public override bool HasCommonFields => false;

    public override string ApprovedState => "filed";

    public override IReadOnlyList<RecordState> States { get; } = [new("filed", "已备案", StateKind.Passed, IsFinal: true)];

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("teacher", "外籍教师", FieldKind.Ref, RefType: ForeignTeacherType.TypeKey),
        new("period", "评价时段", FieldKind.Text, Max: 50) { Hint = "例如 2025—2026 学年。" },
        new("teaching", "教学", FieldKind.LongText),
        new("discipline", "纪律与师德", FieldKind.LongText),
        new("score", "评分", FieldKind.Int, Max: 100) { InList = true },
        new("advice", "续聘建议", FieldKind.Choice, Options: "renew=续聘;conditional=有条件续聘;end=不续聘") { InList = true },
    ];

    public override IReadOnlyList<RecordStep> Route { get; } = [Steps.Head with { Article = "第八条四" }, new("hr", "人事处审核", Offices.Personnel, "第九条二2")];

    public override IReadOnlyList<RecordMove> Moves { get; } = [];

    public override bool MayChange => false;

    public override IReadOnlyList<Grant> Grants { get; } = Matrix.OfPeople(TypeKey);

    public override IReadOnlyList<RecordGuard> Guards { get; } = [new(RecordGuard.Submit, "第八条四", TeacherAsync)];

    public override int IdsPerChange => RecordWriter.IdsPerRecord;

    public override string TitleOf(RecordView record) => $"{record.Ref("teacher")?.Title} {record["period"]}".Trim();

    public override async Task ChangedAsync(RecordChange change, RecordWriter writer)
    {
        if (change.Entered("filed") && change.After.Ref("teacher") is { } reference && await writer.FindAsync(reference.Id) is { } teacher)
            await Derived.SetAsync(writer, teacher, $"评价 {change.After.No} 已备案", (TeacherFields.EvaluatedOn, writer.Today.ToIso()));
    }

    private static async Task<string?> TeacherAsync(RecordContext context) =>
        await context.LinkedAsync("teacher") is [{ State: "in-post" } teacher] && teacher.UnitId == context.Record.UnitId ? null : "只能评价本单位在岗的外籍教师";
}
