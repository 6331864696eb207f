using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Students;

/// <summary>证书 (G10): graduation certificates of the colleges with a number that 教务处 releases; completion certificates of 国际教育学院.</summary>
internal sealed class CertificateType : RecordType
{
    public const string TypeKey = "exchange.certificate";

    public override string Key => TypeKey;

    public override string Label => "毕业、结业证书";

    public override string Prefix => "ZJ";

    public override string Group => Groups.Students;

    public override bool HasCommonFields => false;

    public override string? PersonalPage => Addresses.OwnFile;

    public override string ApprovedState => "requested";

    public override IReadOnlyList<Grant> Grants { get; } = Matrix.OfPeople(TypeKey);

    public override IReadOnlyList<RecordFacet> Facets { get; } = [new("graduation", "毕业证书"), new("completion", "结业证书")];

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("kind", "类别", FieldKind.Choice, Options: "graduation=毕业证书;completion=结业证书") { InList = true },
        new("student", "留学生", FieldKind.Ref, RefType: IntlStudentType.TypeKey),
        new("certificateNo", "证书编号", FieldKind.Text, Max: 50) { AskedBy = "release", InList = true },
        new("issuedOn", "颁发日期", FieldKind.Date) { AskedBy = "issue", IsPast = true, InList = true },
        new("receivedBy", "领取人", FieldKind.Text, Max: 100) { AskedBy = "issue" },
        new("scan", "证书扫描件", FieldKind.File, Required: false) { Kept = true },
    ];

    public override IReadOnlyList<RecordState> States { get; } =
    [
        new("requested", "待发编号", StateKind.Mine),
        new("released", "待颁发", StateKind.Mine),
        new("issued", "已颁发", StateKind.Passed),
    ];

    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        new("release", ["requested"], "released", "发放编号", Act.Decide),
        new("issue", ["released"], "issued", "颁发证书", Act.Custody),
        new(RecordMove.Cancel, ["requested", "released"], "cancelled", "作废", Act.Custody) { NeedsReason = true },
    ];

    public override IReadOnlyList<RecordGuard> Guards { get; } = [new($"{RecordGuard.Submit},release,issue", "第七条2、第八条八、第九条三5", ConfirmedAsync)];

    // A number that was once on paper is never given again.
    public override IReadOnlyList<RecordKey> Keys { get; } =
    [
        new("number", record => record["certificateNo"], "这个证书编号已经使用，请核对") { ForEver = true },
        new("student", record => record.Ref("student") is { } student ? $"{student.Id}/{record["kind"]}" : null, "这名留学生已有同类证书"),
    ];

    public override string FacetOf(RecordView record) => record.Is("kind", "completion") ? "completion" : "graduation";

    public override string TitleOf(RecordView record) => $"{record.Ref("student")?.Title} {(record.Is("kind", "completion") ? "结业证书" : "毕业证书")}";

    private static async Task<string?> ConfirmedAsync(RecordContext context)
    {
        if (await context.LinkedAsync("student") is not [var student])
            return null;
        if (context.Record.Is("kind", "completion"))
            return student.Is("kind", "language") ? null : "结业证书只发给短期语言生";
        if (student.Unit("collegeUnit") != context.Record.UnitId)
            return "只能为本单位的留学生办理毕业证书";
        var reviews = await context.ReferringAsync(student.Id, GraduationReviewType.TypeKey, "student");
        return reviews.Any(review => review.IsIn("approved", "closed", "archived")) ? null : "毕业资格未经教务处确认，不能办理毕业证书";
    }
}
