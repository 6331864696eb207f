namespace Portal.GraduationClearance.Roster;

/// <summary>A student's facts as the audit keeps them: never the full ID number.</summary>
internal static class RosterSummary
{
    public static object Of(RosterRow row, IUnitTree tree) => new
    {
        学号 = row.StudentNo,
        考生号 = row.ExamNo,
        姓名 = row.Name,
        性别 = row.Gender,
        出生日期 = row.BirthDate,
        身份证号 = row.IdCardMasked,
        院系 = tree.Find(row.DepartmentId)?.Name,
        专业 = row.Major,
        班级 = row.ClassName,
        年级 = row.Grade,
        学生类别 = row.StudentCategory,
        培养层次 = row.EducationLevel,
        户口迁移 = row.HukouTransfer,
        住宿信息 = row.Dormitory,
        离校类型 = row.LeaveType,
    };

    /// <summary>院系：马克思主义学院 → 地球科学学院；… for those facts that differ.</summary>
    public static string Differences(RosterRow before, RosterRow after, IUnitTree tree) => string.Join("；", Texts(before, tree)
        .Zip(Texts(after, tree))
        .Where(pair => pair.First.Text != pair.Second.Text)
        .Select(pair => $"{pair.First.Label}：{Shown(pair.First.Text)} → {Shown(pair.Second.Text)}"));

    private static string Shown(string text) => text.Length > 0 ? text : "（空）";

    private static IEnumerable<(string Label, string Text)> Texts(RosterRow row, IUnitTree tree) =>
    [
        ("学号", row.StudentNo),
        ("考生号", row.ExamNo ?? ""),
        ("姓名", row.Name),
        ("性别", row.Gender),
        ("出生日期", $"{row.BirthDate:yyyy-MM-dd}"),
        ("身份证号", row.IdCardMasked),
        ("院系", tree.Find(row.DepartmentId)?.Name ?? ""),
        ("专业", row.Major),
        ("班级", row.ClassName),
        ("年级", row.Grade),
        ("学生类别", row.StudentCategory),
        ("培养层次", row.EducationLevel),
        ("户口迁移", row.HukouTransfer ? "是" : "否"),
        ("住宿信息", row.Dormitory),
        ("离校类型", row.LeaveType),
    ];
}
