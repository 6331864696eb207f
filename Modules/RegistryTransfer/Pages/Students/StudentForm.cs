using System.ComponentModel.DataAnnotations;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Numbers;
using Portal.RegistryTransfer.Students;
using Portal.Toolkit.Spreadsheets;

namespace Portal.RegistryTransfer.Pages.Students;

/// <summary>What can be typed about a student. The stored identity number is never sent to the page.</summary>
internal sealed class StudentForm
{
    public string? Number { get; set; }

    [Required(ErrorMessage = "请填写姓名")]
    public string? Name { get; set; }

    public int Gender { get; set; } = 1;

    [Required(ErrorMessage = "请填写出生日期")]
    public DateOnly? BirthDate { get; set; }

    public IdType IdType { get; set; }

    public string? IdNumber { get; set; }

    public string? Grade { get; set; }

    [Required(ErrorMessage = "请填写班级")]
    public string? ClassNo { get; set; }

    public int Boarding { get; set; } = 1;

    [Required(ErrorMessage = "请填写入学日期")]
    public DateOnly? EntryOn { get; set; }

    public static StudentForm Of(StudentView student, EnrolmentView current) => new()
    {
        Number = student.Number,
        Name = student.Name,
        Gender = student.Gender,
        BirthDate = student.BirthDate,
        IdType = student.IdType,
        Grade = current.Grade,
        ClassNo = current.ClassNo,
        Boarding = current.Boarding,
        EntryOn = current.StartOn,
    };

    public StudentDraft ToDraft() => new()
    {
        Number = StudentNumber.Normalize(Number),
        Name = CellText.Clean(Name ?? "", TextRule.Line),
        Gender = Gender == 1 ? 1 : 0,
        BirthDate = BirthDate ?? default,
        IdType = IdType,
        IdNumber = Portal.RegistryTransfer.Students.IdNumber.Normalize(IdNumber),
        Grade = Grade ?? "",
        ClassNo = ClassNo?.Trim() ?? "",
        Boarding = Boarding == 2 ? 2 : 1,
        EntryOn = EntryOn ?? default,
    };
}
