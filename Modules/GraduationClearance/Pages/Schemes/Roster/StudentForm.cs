using System.ComponentModel.DataAnnotations;
using Portal.GraduationClearance.Roster;

namespace Portal.GraduationClearance.Pages.Schemes.Roster;

/// <summary>What can be typed about a student of the roster. The stored ID number is never sent to the page.</summary>
public sealed record StudentForm
{
    [Required(ErrorMessage = "请填写学号")]
    public string StudentNo { get; init; } = "";

    [Required(ErrorMessage = "请填写姓名")]
    public string Name { get; init; } = "";

    [Required(ErrorMessage = "请选择院系")]
    public long? DepartmentId { get; init; }

    public string? ExamNo { get; init; }

    public string? Gender { get; init; }

    public DateOnly? BirthDate { get; init; }

    public string? IdCardNo { get; init; }

    public bool ClearIdCard { get; init; }

    public string? Major { get; init; }

    public string? ClassName { get; init; }

    public string? Grade { get; init; }

    public string? StudentCategory { get; init; }

    public string? EducationLevel { get; init; }

    public bool HukouTransfer { get; init; }

    public string? Dormitory { get; init; }

    public string? LeaveType { get; init; } = "毕业";

    public static StudentForm Of(RosterRow row) => new()
    {
        StudentNo = row.StudentNo,
        Name = row.Name,
        DepartmentId = row.DepartmentId,
        ExamNo = row.ExamNo,
        Gender = row.Gender,
        BirthDate = row.BirthDate,
        Major = row.Major,
        ClassName = row.ClassName,
        Grade = row.Grade,
        StudentCategory = row.StudentCategory,
        EducationLevel = row.EducationLevel,
        HukouTransfer = row.HukouTransfer,
        Dormitory = row.Dormitory,
        LeaveType = row.LeaveType,
    };

    public RosterStudent ToStudent() => new()
    {
        StudentNo = StudentNo.Trim(),
        Name = Name.Trim(),
        DepartmentId = DepartmentId ?? 0,
        ExamNo = ExamNo,
        Gender = Gender ?? "",
        BirthDate = BirthDate,
        IdCardNo = string.IsNullOrWhiteSpace(IdCardNo) ? null : IdCardNo,
        Major = Major ?? "",
        ClassName = ClassName ?? "",
        Grade = Grade ?? "",
        StudentCategory = StudentCategory ?? "",
        EducationLevel = EducationLevel ?? "",
        HukouTransfer = HukouTransfer,
        Dormitory = Dormitory ?? "",
        LeaveType = LeaveType ?? "",
    };

    public IEnumerable<(string Label, string Text)> Texts(IUnitTree tree) =>
    [
        ("学号", StudentNo.Trim()),
        ("考生号", ExamNo?.Trim() ?? ""),
        ("姓名", Name.Trim()),
        ("性别", Gender?.Trim() ?? ""),
        ("出生日期", $"{BirthDate:yyyy-MM-dd}"),
        ("身份证号", ClearIdCard ? "清除" : string.IsNullOrWhiteSpace(IdCardNo) ? "" : IdCardNumber.Mask(IdCardNumber.Normalize(IdCardNo))),
        ("院系", tree.Find(DepartmentId ?? 0)?.Name ?? ""),
        ("专业", Major?.Trim() ?? ""),
        ("班级", ClassName?.Trim() ?? ""),
        ("年级", Grade?.Trim() ?? ""),
        ("学生类别", StudentCategory?.Trim() ?? ""),
        ("培养层次", EducationLevel?.Trim() ?? ""),
        ("户口迁移", HukouTransfer ? "是" : "否"),
        ("住宿信息", Dormitory?.Trim() ?? ""),
        ("离校类型", LeaveType?.Trim() ?? ""),
    ];
}
