using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Components;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Outbound;

/// <summary>出国学生: one student in one programme, from the application to the way back. Another student is another record, never an edit.</summary>
internal sealed class OutboundStudentType : RecordType
{
    public const string TypeKey = "exchange.outbound-student";

    private static readonly string[] _selectors = [Offices.AcademicAffairs, Offices.StudentAffairs, Offices.Exchange];

    public override string Key => TypeKey;

    public override string Label => "出国学生";

    public override string Prefix => "XS";

    public override string Group => Groups.Outbound;

    public override bool HasCommonFields => false;

    public override string ApprovedState => "applied";

    public override bool MayChange => false;

    public override (string? Start, string? End) Period => ("plannedDepart", "plannedReturn");

    public override IReadOnlyList<Grant> Grants { get; } = Matrix.OfPeople(TypeKey);

    public override IReadOnlyList<RecordFacet> Facets { get; } = [new(Offices.AcademicAffairs, "教务处管理"), new(Offices.StudentAffairs, "学生工作部管理"), new(Offices.Exchange, "国际交流处指定")];

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("programme", "出国项目", FieldKind.Ref, RefType: OutboundProgrammeType.TypeKey),
        new("student", "学生", FieldKind.Person),
        new("studentNo", "学号", FieldKind.Text, Max: 30) { InList = true },
        new("grades", "学业成绩", FieldKind.LongText, Required: false),
        new("language", "语言水平", FieldKind.Text, Required: false),
        new("consent", "本人和家长承诺遵守外事纪律", FieldKind.YesNo, Check: record => record.Bool("consent") ? null : "本人和家长承诺后才能报名"),
        new("insurance", "保险", FieldKind.Text) { Hint = "保险公司和保单号。" },
        new("emergencyContact", "紧急联系人", FieldKind.Text, Sensitive: true) { Hint = "姓名、关系、电话。" },
        new("phone", "本人电话", FieldKind.Text, Required: false, Max: 40, Sensitive: true) { Kept = true, FromDraft = true, Hint = "在外期间能打通的号码。" },
        new("passport", "护照号", FieldKind.Text, Required: false, Max: 20, Sensitive: true),
        new("score", "选拔分", FieldKind.Int, Max: 1000) { AskedBy = "score", InList = true },
        new("rank", "名次", FieldKind.Int, Required: false) { AskedBy = Derived.Key, InList = true },
        new("plannedDepart", "计划出境日期", FieldKind.Date, Required: false) { Kept = true },
        new("plannedReturn", "计划返校日期", FieldKind.Date, Required: false, Check: Dates.NotBefore("plannedReturn", "plannedDepart", "返校日期早于出境日期")) { Kept = true },
        new("actualDepart", "实际出境日期", FieldKind.Date) { AskedBy = "depart", IsPast = true },
        new("actualReturn", "实际返校日期", FieldKind.Date, Check: Dates.NotBefore("actualReturn", "actualDepart", "返校日期早于出境日期")) { AskedBy = "return", IsPast = true },
        new("coursePlan", "出国前学习计划", FieldKind.Rows, Required: false, Columns: CoursePlan.Columns) { Kept = true },
        .. CourseChange.Fields,
        new("planApprovedOn", "学习计划批准日", FieldKind.Date) { AskedBy = "approve-plan" },
        new("planWaiver", "无行前计划仍予认定的理由", FieldKind.LongText) { AskedBy = "waive-plan", Min = 5 },
        new("addressAbroad", "境外住址和电话", FieldKind.Text, Required: false, Sensitive: true) { Kept = true, English = "Address abroad" },
        new(CheckIns.FieldId, "跟踪签到", FieldKind.Rows, Required: false, Columns: CheckIns.Columns) { Kept = true, English = "Check-ins" },
        new("report", "总结", FieldKind.LongText) { AskedBy = "report", Min = 50 },
        new("recognisedOn", "学分认定办结日", FieldKind.Date, Required: false) { AskedBy = Derived.Key },
        new("recognitionOn", "申请学分认定日", FieldKind.Date, Required: false) { AskedBy = Derived.Key },
        new("owner", "管理部门", FieldKind.Choice, Required: false, Options: "AAO=教务处;STU=学生工作部（处）;IEO=国际交流处") { AskedBy = Derived.Key },
        new("creditBearing", "学分互认", FieldKind.YesNo, Required: false) { AskedBy = Derived.Key },
    ];

    public override IReadOnlyList<RecordStep> Route { get; } = [new("college", "二级学院审核", UnitRole.OwnUnitHead, "第八条六")];

    public override IReadOnlyList<RecordState> States { get; } =
    [
        new("applied", "已报名", StateKind.Mine),
        new("nominated", "已推荐", StateKind.Passed),
        new("waitlist", "候补", StateKind.Pending),
        new("live", "已录取", StateKind.Passed),
        new("abroad", "在外", StateKind.Mine),
        new("back", "已返校", StateKind.Passed),
        new("recognised", "已认定", StateKind.Passed),
    ];

    public override IReadOnlyList<RecordMove> Moves { get; } =
    [
        Derived.Move,
        new("score", ["applied", "nominated", "waitlist"], RecordMove.Stay, "登记选拔分", Act.Decide, Act.Execute, Act.File) { Roles = _selectors },
        new("nominate", ["applied", "waitlist"], "nominated", "推荐", Act.Decide) { IsInternal = true },
        new("wait", ["applied", "nominated"], "waitlist", "列为候补", Act.Decide) { IsInternal = true },
        new("reject", ["applied", "nominated", "waitlist"], "rejected", "不予录取", Act.Decide, Act.Execute, Act.File) { Roles = _selectors, NeedsReason = true },
        new("admit", ["nominated"], "live", "登记外方录取", Act.Decide, Act.Execute, Act.File) { Roles = _selectors },
        new("approve-plan", ["applied", "nominated", "waitlist", "live"], RecordMove.Stay, "批准学习计划", Act.Decide) { Roles = [Offices.AcademicAffairs], When = student => student.Bool("creditBearing") },
        new("depart", ["live"], "abroad", "登记出境", Act.Create, Act.Execute),
        CourseChange.Move,
        new("return", ["abroad"], "back", "登记返校", Act.Create, Act.Execute),
        new("waive-plan", ["abroad", "back"], RecordMove.Stay, "无行前计划仍予认定", Act.Decide) { Roles = [Offices.AcademicAffairs], When = student => student.Bool("creditBearing") && !student.Has("planApprovedOn") },
        new("report", ["back", "recognised"], RecordMove.Stay, "提交总结", Act.Create),
        new("recognise", ["back"], "recognised", "学分认定办结", Act.Decide) { IsInternal = true },
        new(RecordMove.Close, ["back", "recognised"], "closed", "办结", Act.Decide, Act.Execute, Act.File),
        new(RecordMove.Cancel, ["applied", "nominated", "waitlist", "live"], "cancelled", "取消", Act.Create, Act.Execute) { NeedsReason = true },
        new(RecordMove.Archive, ["closed", "cancelled"], "archived", "归档", Act.File),
    ];

    public override IReadOnlyList<RecordGuard> Guards => OutboundGuards.Student;

    public override IReadOnlyList<RecordKey> Keys { get; } =
    [
        new("place", record => record.Ref("programme") is { } programme && record.Person("student") is { } student ? $"{programme.Id}/{student.Id}" : null, "该生已报名本项目，一名学生在一个项目中只有一条记录")
            { FromDraft = true },
    ];

    public override IReadOnlyList<RecordDue> Dues { get; } =
    [
        new("recognition", "申请学分认定", (record, settings) => record.Bool("creditBearing") ? Dates.After(record.Date("actualReturn"), settings.Number(ExchangeSettings.CreditApplyDays)) : null,
            record => record.Has("recognitionOn") || record.Has("recognisedOn")),
        CheckIns.Due,
        CourseChange.Due,
    ];

    public override int IdsPerChange => (3 * RecordWriter.IdsPerRecord) + 2;

    public override string FacetOf(RecordView record) => record["owner"] ?? Offices.Exchange;

    public override string TitleOf(RecordView record) => $"{record.Person("student")?.Name} · {record.Ref("programme")?.Title}";

    public override long? PersonOf(RecordView record) => record.Person("student")?.Id;

    public override async Task ChangedAsync(RecordChange change, RecordWriter writer)
    {
        await OutboundPlaces.StudentChangedAsync(change, writer);
        await CourseChange.ChangedAsync(change, writer);
    }
}
