using Portal.InternationalExchange.Rules;
using Portal.InternationalExchange.Teachers;
using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Students;

/// <summary>Content of a visa, permit or registration.</summary>
internal static class ImmigrationFields
{
    public static IReadOnlyList<Field> All { get; } =
    [
        new("holderType", "持有人类别", FieldKind.Choice, Options: "teacher=外籍教师;student=来华留学生"),
        new("teacher", "外籍教师", FieldKind.Ref, RefType: ForeignTeacherType.TypeKey, ShowIf: record => record.Is("holderType", "teacher")),
        new("student", "来华留学生", FieldKind.Ref, RefType: IntlStudentType.TypeKey, ShowIf: record => record.Is("holderType", "student")),
        new("kind", "类别", FieldKind.Choice, Options: "visa=签证;residence=居留许可;temporary=临时居留（住宿登记）证明;work=工作许可") { InList = true, English = "Document" },
        new("enteredOn", "入境日", FieldKind.Date, Required: false, ShowIf: record => record.Is("kind", "residence") || record.Is("kind", "visa")) { English = "Entered China on" },
        new("checkedInAt", "入住时间", FieldKind.DateTime, ShowIf: record => record.Is("kind", "temporary")) { English = "Checked in at" },
        new("address", "住址", FieldKind.Text, Required: false) { Kept = true, English = "Address" },
        new("appliedOn", "申请日期", FieldKind.Date) { AskedBy = "apply", English = "Applied on" },
        new("number", "证件号", FieldKind.Text, Sensitive: true, Max: 50) { AskedBy = "issue", English = "Number" },
        new("issuedOn", "签发日期", FieldKind.Date) { AskedBy = "issue", English = "Issued on" },
        new("expiresOn", "有效期至", FieldKind.Date, ShowIf: record => !record.Is("kind", "temporary"), Check: Dates.NotBefore("expiresOn", "issuedOn", "到期日期早于签发日期")) { AskedBy = "issue", InList = true, English = "Valid until" },
        new("copy", "证件扫描件", FieldKind.File, Required: false) { Kept = true, English = "Copy" },
        HolderUnit.Field,
        new("holderAccount", "持有人账号", FieldKind.Person, Required: false) { AskedBy = Derived.Key },
    ];
}
