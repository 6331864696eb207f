using Portal.Toolkit.Records;

namespace Portal.InternationalExchange.Outbound;

/// <summary>Columns of courses abroad and what they count for at home.</summary>
internal static class CoursePlan
{
    /// <summary>What is agreed before departure, and what changes abroad with its reason.</summary>
    public static IReadOnlyList<Field> Columns { get; } =
    [
        new("foreignCourse", "外方课程", FieldKind.Text),
        new("foreignCredits", "外方学分", FieldKind.Int, Max: 100),
        new("homeCourse", "对应课程", FieldKind.Text),
        new("homeCredits", "拟认定学分", FieldKind.Int, Max: 100),
        new("change", "变更", FieldKind.Choice, Required: false, Options: "added=新增;deleted=删除"),
        new("changeReason", "变更理由", FieldKind.Text, Required: false),
    ];

    /// <summary>What the student applies for on the way back.</summary>
    public static IReadOnlyList<Field> Lines { get; } =
    [
        new("foreignCourse", "外方课程", FieldKind.Text),
        new("foreignCredits", "外方学分", FieldKind.Int, Max: 100),
        new("foreignGrade", "原成绩", FieldKind.Text, Max: 20),
        new("gradeScale", "成绩制", FieldKind.Text, Max: 50),
        new("homeCourse", "对应课程", FieldKind.Text),
        new("homeCredits", "申请学分", FieldKind.Int, Max: 100),
    ];

    /// <summary>What 教务处 decides, beside what was applied for.</summary>
    public static IReadOnlyList<Field> Decisions { get; } =
    [
        new("foreignCourse", "外方课程", FieldKind.Text),
        new("foreignCredits", "外方学分", FieldKind.Int, Max: 100),
        new("foreignGrade", "原成绩", FieldKind.Text, Max: 20),
        new("gradeScale", "成绩制", FieldKind.Text, Max: 50),
        new("homeCourse", "对应课程", FieldKind.Text),
        new("homeCredits", "认定学分", FieldKind.Int, Max: 100),
        new("convertedGrade", "换算成绩", FieldKind.Text, Required: false, Max: 20),
        new("decision", "结论", FieldKind.Choice, Options: "recognised=认定;partly=部分认定;refused=不予认定"),
    ];
}
