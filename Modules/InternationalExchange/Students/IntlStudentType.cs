using Portal.InternationalExchange.Agreements;
using Portal.InternationalExchange.Rules;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Students;

/// <summary>来华留学生: admission and status of a student from abroad; the record is his dossier.</summary>
internal sealed class IntlStudentType : RecordType
{
    public const string TypeKey = "exchange.intl-student";
    public const string CounsellorDue = "counsellor";

    public override string Key => TypeKey;

    public override string Label => "来华留学生";

    public override string Prefix => "LX";

    public override string Group => Groups.Students;

    public override bool HasCommonFields => false;

    public override string? PersonalPage => Addresses.OwnFile;

    public override bool MayImport => true;

    public override string ApprovedState => "applied";

    public override string ImportedState => "applied";

    // 教务处 confirms changes of the status, the record itself is 国际教育学院's (Art. 7(3)).
    public override IReadOnlyList<string>? KeptBy { get; } = [Offices.InternationalCollege];

    public override (string? Start, string? End) Period => ("arrivedOn", null);

    public override IReadOnlyList<Grant> Grants { get; } = Matrix.OfPeople(TypeKey);

    public override IReadOnlyList<RecordFacet> Facets { get; } = [new("admission", "招生录取"), new("status", "学籍")];

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new("kind", "类别", FieldKind.Choice, Options: "degree=学历生;language=短期语言生;exchange=交换生") { InList = true, English = "Type of student" },
        new("name", "姓名（护照拼写）", FieldKind.Text, Max: 100) { English = "Name as in passport" },
        new("chineseName", "中文名", FieldKind.Text, Required: false, Max: 50) { English = "Chinese name" },
        new("nationality", "国籍", FieldKind.Country) { InList = true, English = "Nationality" },
        new("passportNo", "护照号", FieldKind.Text, Max: 30, Sensitive: true, Check: record => Passports.Fault(record["passportNo"])) { Normalise = Passports.Normalise, Kept = true, FromDraft = true, English = "Passport number" },
        new("passportExpires", "护照有效期至", FieldKind.Date) { Kept = true, FromDraft = true, English = "Passport valid until" },
        new("birthOn", "出生日期", FieldKind.Date, Required: false) { IsPast = true, English = "Date of birth" },
        new("homeSchool", "派出院校", FieldKind.Ref, Required: false, RefType: PartnerType.TypeKey, ShowIf: IsExchange) { English = "Home university" },
        new("agreement", "所依据的协议", FieldKind.Ref, Required: false, RefType: AgreementType.TypeKey, ShowIf: IsExchange) { English = "Agreement" },
        new("collegeUnit", "就读学院", FieldKind.Unit, Required: false) { Kept = true, FromDraft = true, InList = true, English = "College" },
        new("major", "专业", FieldKind.Text, Required: false) { Kept = true, FromDraft = true, English = "Major" },
        new("emergency", "紧急联系人", FieldKind.Text, Sensitive: true) { Kept = true, FromDraft = true, Hint = "姓名、关系、电话。", English = "Emergency contact" },
        new("guardian", "在华监护人", FieldKind.Text, Required: false, Sensitive: true) { Kept = true, FromDraft = true, Hint = "未满 18 周岁时填写。", English = "Guardian in China" },
        new("passportCopy", "护照复印件", FieldKind.File, Required: false) { Kept = true, English = "Copy of passport" },
        new("fundProof", "经济证明", FieldKind.File, Required: false) { Kept = true, English = "Proof of funds" },
        new("languageProof", "语言证明", FieldKind.File, Required: false) { Kept = true, English = "Proof of language" },
        new("health", "体检证明", FieldKind.File, Required: false) { Kept = true, English = "Health certificate" },
        new("insurance", "保险", FieldKind.Text, Required: false) { Kept = true, English = "Insurance" },
        new("account", "门户账号", FieldKind.Person, Required: false) { Kept = true, Hint = "填写后学生本人可以查看自己的档案。", English = "Portal account" },
        new("admissionNo", "录取通知书号", FieldKind.Text, Max: 50) { AskedBy = "admit", English = "Admission notice" },
        new("jw202", "JW202 表号", FieldKind.Text, Required: false, Max: 50) { AskedBy = "admit", English = "JW202 form" },
        new("arrivedOn", "报到日期", FieldKind.Date) { AskedBy = "arrive", IsPast = true, English = "Arrived on" },
        new("enteredOn", "入境日", FieldKind.Date, Required: false) { AskedBy = "arrive", IsPast = true, Hint = "不填按报到日期；居留许可的申请期限从这一天起算。", English = "Entered China on" },
        new("registeredOn", "注册日期", FieldKind.Date) { AskedBy = "register", IsPast = true, English = "Registered on" },
        new("studentNo", "学号", FieldKind.Text, Max: 30) { AskedBy = "register", InList = true, English = "Student number" },
        new("counsellor", "辅导员", FieldKind.Text, Required: false) { AskedBy = Derived.Key, InList = true, English = "Counsellor" },
    ];

    public override IReadOnlyList<RecordState> States => StudentStatus.States;

    public override IReadOnlyList<RecordMove> Moves => StudentStatus.Moves;

    public override IReadOnlyList<RecordGuard> Guards { get; } =
    [
        AgreementRule.Intake("admit", context => context.LinkedAsync("agreement")),
        new($"{RecordGuard.Save},{RecordGuard.Submit}", "", context => Task.FromResult(context.Record.Date("passportExpires") < context.Today ? "护照已过有效期，请尽快换发" : null)) { OnlyWarns = true },
        RecordGuard.Of("complete", "第七条2", "只有短期语言生和交换生可以结业，学历生须通过毕业资格审核", record => !record.Is("kind", "degree")),
        RecordGuard.Of("register", "第七条3", "学历生和交换生须先填写就读学院", record => record.Is("kind", "language") || record.Has("collegeUnit")),
    ];

    public override IReadOnlyList<RecordKey> Keys { get; } =
    [
        new("passportNo", record => record["passportNo"] is { } number ? Passports.Normalise(number) : null, "这个护照号已登记为另一名留学生，请核对") { FromDraft = true },
        new("studentNo", record => record["studentNo"], "这个学号已被另一名留学生使用") { ForEver = true },
    ];

    public override IReadOnlyList<RecordDue> Dues { get; } =
    [
        new("passport", "护照到期", (record, _) => Dates.Day(record.Date("passportExpires")), _ => false) { Offices = [Offices.Exchange], IsRecurring = true },
        new(CounsellorDue, "未分配辅导员", (record, _) => record.IsIn("registered") ? Dates.Day(record.Date("registeredOn")) : null, record => record.Has("counsellor")) { Offices = [Offices.StudentAffairs] },
    ];

    public override int IdsPerChange => StudentEffects.MostIds;

    public override string FacetOf(RecordView record) => record.IsIn("draft", "applied", "admitted", "rejected", "no-show", "cancelled") ? "admission" : "status";

    public override string TitleOf(RecordView record) => record["chineseName"] is { } chinese ? $"{record["name"]}（{chinese}）" : record["name"] ?? "";

    public override long? PersonOf(RecordView record) => record.Person("account")?.Id;

    public override IReadOnlyList<long> PartnersOf(RecordView record) => record.Unit("collegeUnit") is { } unit && unit != record.UnitId ? [unit] : [];

    public override Task ChangedAsync(RecordChange change, RecordWriter writer) => StudentEffects.FollowAsync(change, writer);

    private static bool IsExchange(RecordView record) => record.Is("kind", "exchange");
}
