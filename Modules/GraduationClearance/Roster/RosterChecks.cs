namespace Portal.GraduationClearance.Roster;

/// <summary>What must hold for one student by himself; used by the form and by the import alike.</summary>
internal static class RosterChecks
{
    private static readonly (string Label, string Field, int Max, Func<RosterStudent, string?> Read)[] Texts =
    [
        ("学号", nameof(RosterStudent.StudentNo), 32, student => student.StudentNo),
        ("考生号", nameof(RosterStudent.ExamNo), 32, student => student.ExamNo),
        ("姓名", nameof(RosterStudent.Name), 100, student => student.Name),
        ("性别", nameof(RosterStudent.Gender), 10, student => student.Gender),
        ("专业", nameof(RosterStudent.Major), 100, student => student.Major),
        ("班级", nameof(RosterStudent.ClassName), 100, student => student.ClassName),
        ("年级", nameof(RosterStudent.Grade), 20, student => student.Grade),
        ("学生类别", nameof(RosterStudent.StudentCategory), 50, student => student.StudentCategory),
        ("培养层次", nameof(RosterStudent.EducationLevel), 50, student => student.EducationLevel),
        ("住宿信息", nameof(RosterStudent.Dormitory), 200, student => student.Dormitory),
        ("离校类型", nameof(RosterStudent.LeaveType), 20, student => student.LeaveType),
    ];

    /// <summary>Field and message of each fault; empty when the student may be stored.</summary>
    public static IEnumerable<(string Field, string Message)> FindFaults(RosterStudent student, IUnitTree tree)
    {
        if (string.IsNullOrWhiteSpace(student.StudentNo))
            yield return (nameof(student.StudentNo), "学号为空");
        if (string.IsNullOrWhiteSpace(student.Name))
            yield return (nameof(student.Name), "姓名为空");
        foreach (var (label, field, max, read) in Texts)
        {
            if (read(student)?.Length > max)
                yield return (field, $"{label}超过{max}字");
        }

        if (tree.Find(student.DepartmentId) is null)
            yield return (nameof(student.DepartmentId), "请选择院系");
        if (student.IdCardNo is { Length: > 0 } number && !IdCardNumber.HasForm(IdCardNumber.Normalize(number)))
            yield return (nameof(student.IdCardNo), "身份证号应为18位（末位可为X）或15位");
    }
}
