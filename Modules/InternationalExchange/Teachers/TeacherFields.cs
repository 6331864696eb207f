using Portal.InternationalExchange.Rules;
using Portal.InternationalExchange.Students;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Teachers;

/// <summary>Dossier of a foreign teacher, in the order in which it grows.</summary>
internal static class TeacherFields
{
    public const string EvaluatedOn = "evaluatedOn";

    public static IReadOnlyList<Field> All { get; } =
    [
        new("name", "姓名（护照拼写）", FieldKind.Text, Max: 100) { English = "Name as in passport" },
        new("chineseName", "中文名", FieldKind.Text, Required: false, Max: 50) { English = "Chinese name" },
        new("nationality", "国籍", FieldKind.Country) { InList = true, English = "Nationality" },
        new("passportNo", "护照号", FieldKind.Text, Max: 30, Sensitive: true, Check: record => Passports.Fault(record["passportNo"])) { Normalise = Passports.Normalise, English = "Passport number" },
        new("passportExpires", "护照有效期至", FieldKind.Date) { English = "Passport valid until" },
        new("degree", "学历", FieldKind.Choice, Options: "bachelor=本科;master=硕士;doctor=博士;other=其他") { English = "Degree" },
        new("experienceYears", "教学年限", FieldKind.Int, Max: 70) { English = "Years of experience" },
        new("plan", "招聘计划", FieldKind.Ref, RefType: TeacherPlanType.TypeKey),
        new("postNo", "计划中的岗位序号", FieldKind.Int, Max: 50) { Min = 1, Hint = "招聘计划“岗位”表的第几行。" },
        new("noCrime", "无犯罪记录证明", FieldKind.File) { English = "Certificate of no criminal record" },
        new("health", "体检证明", FieldKind.File) { English = "Health certificate" },
        new("diploma", "学历证明", FieldKind.File, Required: false) { English = "Diploma" },
        new("account", "门户账号", FieldKind.Person, Required: false) { Kept = true, Hint = "填写后教师本人可以查看自己的档案。", English = "Portal account" },
        new("qualification", "资格审查结论", FieldKind.Choice, Options: "passed=合格;failed=不合格", Check: Passed("qualification", "资格审查不合格，请改用“不予聘用”")) { AskedBy = "qualify" },
        new("qualifiedBy", "审查人", FieldKind.Text) { AskedBy = "qualify" },
        new("qualifiedOn", "审查日期", FieldKind.Date) { AskedBy = "qualify" },
        new("assessmentForm", "考核方式", FieldKind.Choice, Options: "lesson=试讲;interview=面试;both=试讲和面试") { AskedBy = "assess" },
        new("assessmentScore", "考核成绩", FieldKind.Int, Max: 100) { AskedBy = "assess" },
        new("assessmentPanel", "考核小组", FieldKind.Text) { AskedBy = "assess" },
        new("hrOpinion", "人事处意见", FieldKind.LongText) { AskedBy = "hr-review" },
        new("contractFrom", "合同起", FieldKind.Date) { AskedBy = "start-visa", English = "Contract from" },
        new("contractTo", "合同止", FieldKind.Date, Check: Dates.NotBefore("contractTo", "contractFrom", "合同止早于合同起")) { AskedBy = "start-visa", InList = true, English = "Contract until" },
        new("enteredOn", "入境日", FieldKind.Date) { AskedBy = "arrive", English = "Entered China on" },
        new("workPermitNo", "工作许可号", FieldKind.Text, Required: false, Max: 50) { AskedBy = "arrive", Kept = true, English = "Work permit number" },
        new("lifeNotes", "生活管理", FieldKind.LongText, Required: false) { Kept = true },
        new("leftOn", "离职日期", FieldKind.Date) { AskedBy = "leave", English = "Left on" },
        new(EvaluatedOn, "最近评价日期", FieldKind.Date, Required: false) { AskedBy = Derived.Key },
    ];

    private static Func<RecordView, string?> Passed(string field, string message) => record => record.Is(field, "passed") ? null : message;
}
