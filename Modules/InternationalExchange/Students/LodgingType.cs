using Portal.InternationalExchange.Rules;
using Portal.InternationalExchange.Teachers;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Students;

/// <summary>住宿 of a student from abroad or a foreign teacher. A move is a new stay: it ends the old one at the moment it begins.</summary>
internal sealed class LodgingType : RecordType
{
    public const string TypeKey = "exchange.lodging";

    public override string Key => TypeKey;

    public override string Label => "住宿";

    public override string Prefix => "SS";

    public override string Group => Groups.Students;

    public override bool HasCommonFields => false;

    public override string? PersonalPage => Addresses.OwnFile;

    public override IReadOnlyList<Grant> Grants { get; } = Matrix.OfPeople(TypeKey);

    public override IReadOnlyList<RecordFacet> Facets { get; } = [new("student", "留学生住宿"), new("teacher", "外籍教师住宿")];

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("kind", "人员", FieldKind.Choice, Options: "student=来华留学生;teacher=外籍教师") { InList = true },
        new("student", "留学生", FieldKind.Ref, RefType: IntlStudentType.TypeKey, ShowIf: record => record.Is("kind", "student")),
        new("teacher", "外籍教师", FieldKind.Ref, RefType: ForeignTeacherType.TypeKey, ShowIf: record => record.Is("kind", "teacher")),
        new("offCampus", "校外住宿", FieldKind.YesNo, Required: false),
        new("room", "房间", FieldKind.Ref, RefType: RoomType.TypeKey, ShowIf: record => !record.Bool("offCampus")),
        new("address", "校外住址", FieldKind.Text, ShowIf: record => record.Bool("offCampus")) { English = "Address off campus" },
        new("landlord", "房东", FieldKind.Text, ShowIf: record => record.Bool("offCampus")) { Hint = "姓名和电话。", English = "Landlord" },
        new("contract", "租房合同", FieldKind.File, ShowIf: record => record.Bool("offCampus")) { English = "Contract" },
        new("from", "入住时间", FieldKind.DateTime) { InList = true, English = "Moved in" },
        new("until", "计划退宿日期", FieldKind.Date, Required: false) { Kept = true, English = "Planned end" },
        new("leftAt", "退宿时间", FieldKind.DateTime, Check: record => record.Time("leftAt") < record.Time("from") ? "退宿时间早于入住时间" : null)
            { AskedBy = "leave", English = "Moved out" },
        HolderUnit.Field,
    ];

    public override IReadOnlyList<RecordState> States { get; } = [new("active", "在住", StateKind.Passed), new("closed", "已退宿", StateKind.NotRequired, IsFinal: true)];

    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        new("leave", ["active"], "closed", "办理退宿", Act.Create, Act.Execute),
        new(RecordMove.Cancel, ["active"], "cancelled", "取消（未入住）", Act.Create, Act.Execute) { NeedsReason = true },
        Derived.Move,
    ];

    public override int IdsPerChange => (3 * RecordWriter.IdsPerRecord) + 1;

    public override string FacetOf(RecordView record) => record.Is("kind", "teacher") ? "teacher" : "student";

    public override string TitleOf(RecordView record) =>
        $"{(record.Ref("student") ?? record.Ref("teacher"))?.Title} {(record.Bool("offCampus") ? record["address"] : record.Ref("room")?.Title)}";

    public override IReadOnlyList<long> PartnersOf(RecordView record) => HolderUnit.PartnersOf(record);

    public override async Task ChangedAsync(RecordChange change, RecordWriter writer)
    {
        await HolderUnit.TakeOverAsync(change, writer);
        if (change.Entered("active"))
            await LodgingMoves.BeginAsync(writer, change.After);
    }
}
