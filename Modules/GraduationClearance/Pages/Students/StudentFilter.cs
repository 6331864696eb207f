using System.Globalization;
using Portal.GraduationClearance.Access;

namespace Portal.GraduationClearance.Pages.Students;

/// <summary>The eight conditions of 学生离校信息查询 (seed item 41), all to hold together, kept in the URL.</summary>
public sealed record StudentFilter
{
    [FromQuery(Name = "scheme")]
    public long? SchemeId { get; init; }

    [FromQuery(Name = "department")]
    public long? DepartmentId { get; init; }

    [FromQuery(Name = "exam")]
    public string? ExamNo { get; init; }

    [FromQuery(Name = "no")]
    public string? StudentNo { get; init; }

    [FromQuery(Name = "name")]
    public string? Name { get; init; }

    [FromQuery(Name = "major")]
    public string? Major { get; init; }

    [FromQuery(Name = "class")]
    public string? ClassName { get; init; }

    [FromQuery(Name = "gender")]
    public string? Gender { get; init; }

    public Dictionary<string, string> Route() => new Dictionary<string, string?>
    {
        ["scheme"] = SchemeId?.ToString(CultureInfo.InvariantCulture),
        ["department"] = DepartmentId?.ToString(CultureInfo.InvariantCulture),
        ["exam"] = ExamNo,
        ["no"] = StudentNo,
        ["name"] = Name,
        ["major"] = Major,
        ["class"] = ClassName,
        ["gender"] = Gender,
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)).ToDictionary(pair => pair.Key, pair => pair.Value!);

    /// <summary>The filter in words, for the export log.</summary>
    public string Describe(string schemeName, string? departmentName) => string.Join("；", new (string Label, string? Value)[]
    {
        ("离校方案", schemeName), ("院系", departmentName), ("考生号", ExamNo), ("学号", StudentNo), ("姓名", Name), ("专业", Major), ("班级", ClassName), ("性别", Gender),
    }.Where(part => !string.IsNullOrWhiteSpace(part.Value)).Select(part => $"{part.Label}={part.Value}"));

    /// <summary>The conditions on the roster row <c>s</c>. Texts are searched for literally, so no character is a wildcard.</summary>
    internal string Where(DepartmentReach reach)
    {
        List<string> conditions = ["s.scheme_id = @SchemeId", "s.status = 0", reach.Sql("s.department_id")];
        if (DepartmentId is not null)
            conditions.Add("s.department_id = @DepartmentId");
        AddText(ExamNo, "instr(s.exam_no, @ExamNo) > 0");
        AddText(StudentNo, "instr(s.student_no, @StudentNo) > 0");
        AddText(Name, "instr(s.name, @Name) > 0");
        AddText(Major, "instr(s.major, @Major) > 0");
        AddText(ClassName, "instr(s.class_name, @ClassName) > 0");
        AddText(Gender, "s.gender = @Gender");
        return string.Join(" and ", conditions);

        void AddText(string? value, string condition)
        {
            if (!string.IsNullOrWhiteSpace(value))
                conditions.Add(condition);
        }
    }

    internal DynamicParameters Parameters(DepartmentReach reach) =>
        reach.With(new
        {
            SchemeId,
            DepartmentId,
            ExamNo = ExamNo?.Trim(),
            StudentNo = StudentNo?.Trim(),
            Name = Name?.Trim(),
            Major = Major?.Trim(),
            ClassName = ClassName?.Trim(),
            Gender = Gender?.Trim(),
        });
}
