using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Outbound;

/// <summary>出国资助 (G9): one for each student and programme, from the office that owns the programme.</summary>
internal sealed class GrantType : RecordType
{
    public const string TypeKey = "exchange.grant";

    private const string Article = "第九条三4、五3";
    private const string AlreadyGranted = "该生在本项目已有资助，一名学生在一个项目只能资助一次";

    public override string Key => TypeKey;

    public override string Label => "学生出国资助";

    public override string Prefix => "ZZ";

    public override string Group => Groups.Outbound;

    public override bool HasCommonFields => false;

    public override string? KindField => "source";

    public override IReadOnlyList<Grant> Grants => Matrix.Of(Key);

    public override IReadOnlyList<RecordFacet> Facets { get; } = [new(Offices.AcademicAffairs, "教务处资助"), new(Offices.StudentAffairs, "学生工作部资助")];

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("outbound", "出国学生", FieldKind.Ref, RefType: OutboundStudentType.TypeKey),
        new("source", "资助来源", FieldKind.Choice, Options: "AAO=教务处;STU=学生工作部（处）") { InList = true },
        new("amount", "金额（元）", FieldKind.Money, Check: record => record.Money("amount") > 0 ? null : "金额须大于 0") { InList = true },
        new("paidOn", "发放日期", FieldKind.Date) { AskedBy = "pay", InList = true },
        new("student", "学生", FieldKind.Person, Required: false) { AskedBy = Derived.Key },
        new("programme", "出国项目", FieldKind.Ref, Required: false, RefType: OutboundProgrammeType.TypeKey) { AskedBy = Derived.Key },
        new("studentUnit", "学生所在单位", FieldKind.Unit, Required: false) { AskedBy = Derived.Key },
    ];

    public override IReadOnlyList<RecordState> States { get; } = [new("active", "已资助", StateKind.Mine), new("closed", "已发放", StateKind.Passed)];

    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        Derived.Move,
        new("pay", ["active"], "closed", "登记发放", Act.Decide),
        new(RecordMove.Cancel, ["active"], "cancelled", "取消", Act.Decide) { NeedsReason = true },
    ];

    public override IReadOnlyList<RecordGuard> Guards { get; } = [new($"{RecordGuard.Save},{RecordGuard.Submit}", Article, SourceAsync)];

    // The money is spent when the grant is closed, so a paid grant goes on counting; a cancelled one does not.
    public override IReadOnlyList<RecordKey> Keys { get; } =
    [
        new("student", record => !record.IsIn("cancelled") && record.Ref("programme") is { } programme ? $"{programme.Id}/{record.Person("student")?.Id}" : null, $"{AlreadyGranted}（{Article}）")
            { FromDraft = true, ForEver = true },
    ];

    public override int IdsPerChange => RecordWriter.IdsPerRecord;

    public override string FacetOf(RecordView record) => record["source"] ?? Offices.StudentAffairs;

    public override string TitleOf(RecordView record) => $"{record.Ref("outbound")?.Title} 资助";

    public override IReadOnlyList<long> PartnersOf(RecordView record) => record.Units("studentUnit");

    public override async Task ChangedAsync(RecordChange change, RecordWriter writer)
    {
        if (!change.After.IsIn("draft") || change.After.Ref("outbound") is not { } reference || await writer.FindAsync(reference.Id) is not { } outbound)
            return;
        var values = outbound.Copy();
        await Derived.SetAsync(writer, change.After, "带出学生和项目", ("student", values["student"]?.DeepClone()), ("programme", values["programme"]?.DeepClone()), ("studentUnit", outbound.UnitId));
    }

    private static async Task<string?> SourceAsync(RecordContext context)
    {
        if (context.Record.Ref("outbound") is not { } reference || await context.FindAsync(reference.Id) is not { } outbound)
            return null;
        if ((await context.ReferringAsync(outbound.Id, TypeKey, "outbound")).Any(grant => grant.Id != context.Record.Id && !grant.IsIn("cancelled")))
            return AlreadyGranted;
        if (context.Record["source"] is not { } source || outbound.Is("owner", source))
            return null;
        return outbound["owner"] switch
        {
            Offices.AcademicAffairs => "本项目有学分互认，由教务处资助",
            Offices.StudentAffairs => "本项目由学生工作部（处）管理，由学生工作部（处）资助",
            _ => null,
        };
    }
}
