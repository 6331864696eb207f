using System.Globalization;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Students;

/// <summary>毕业资格审核: the college reviews, 国际教育学院 coordinates, 教务处 confirms (domain 1b.2).</summary>
internal sealed class GraduationReviewType : RecordType
{
    public const string TypeKey = "exchange.graduation-review";

    public override string Key => TypeKey;

    public override string Label => "毕业资格审核";

    public override string Prefix => "BY";

    public override string Group => Groups.Students;

    public override bool HasCommonFields => false;

    public override bool MayChange => false;

    public override IReadOnlyList<Grant> Grants { get; } = Matrix.OfPeople(TypeKey);

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("student", "留学生", FieldKind.Ref, RefType: IntlStudentType.TypeKey),
        new("credits", "已获学分", FieldKind.Int, Max: 400) { InList = true },
        new("required", "毕业所需学分", FieldKind.Int, Max: 400),
        new("conduct", "在校表现", FieldKind.LongText),
        new("fees", "费用已结清", FieldKind.YesNo),
        new("result", "学院审核意见", FieldKind.LongText, Required: false),
    ];

    public override IReadOnlyList<RecordStep> Route { get; } =
    [
        new("head", "二级学院审核", UnitRole.OwnUnitHead, "第八条八"),
        new("coordination", "国际教育学院协调", Offices.InternationalCollege, "第七条3"),
        new("academic", "教务处确认", Offices.AcademicAffairs, "第九条三5"),
    ];

    public override IReadOnlyList<RecordMove> Moves => [];

    public override IReadOnlyList<RecordGuard> Guards { get; } =
    [
        new(RecordGuard.Submit, "第八条八", StudentAsync),
        RecordGuard.Of($"{RecordGuard.Submit},{RecordGuard.Approve}", "第八条八", "学分未达到毕业要求", record => record.Int("credits") >= record.Int("required")),
        RecordGuard.Of(RecordGuard.Approve, "第九条三5", "费用尚未结清，不能确认毕业资格", record => record.Bool("fees")),
    ];

    public override IReadOnlyList<RecordKey> Keys { get; } =
        [new("student", record => record.Ref("student")?.Id.ToString(CultureInfo.InvariantCulture), "这名留学生的毕业资格审核已经提交")];

    public override int IdsPerChange => RecordWriter.IdsPerRecord;

    public override string TitleOf(RecordView record) => $"{record.Ref("student")?.Title} 毕业资格审核";

    public override async Task ChangedAsync(RecordChange change, RecordWriter writer)
    {
        if (change.After.Ref("student") is not { } reference || await writer.FindAsync(reference.Id) is not { } student)
            return;
        if (change.Entered("in-review") && student.IsIn("registered"))
            await writer.MoveAsync(student, "review-graduation");
        else if (change.Entered("approved") && student.IsIn("graduation-review"))
            await writer.MoveAsync(student, "graduate");
        else if ((change.Entered("rejected") || change.Entered("withdrawn")) && student.IsIn("graduation-review"))
            await writer.MoveAsync(student, "fail-graduation");
    }

    private static async Task<string?> StudentAsync(RecordContext context) => await context.LinkedAsync("student") switch
    {
        [var student] when student.Is("kind", "language") => "短期语言生不办毕业，由国际教育学院颁发结业证书",
        [var student] when student.Unit("collegeUnit") != context.Record.UnitId => "只能审核本单位的留学生",
        [{ State: not ("registered" or "graduation-review") }] => "只有在读的留学生可以申请毕业资格审核",
        _ => null,
    };
}
