using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Numbers;
using Portal.Toolkit.Spreadsheets;

namespace Portal.RegistryTransfer.Students;

/// <summary>What is said of a student: by a form or by a row of a workbook. Texts are normalised.</summary>
internal sealed record StudentDraft
{
    public string Number { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>1 for boys, 0 for girls.</summary>
    public int Gender { get; init; }

    public DateOnly BirthDate { get; init; }

    public IdType IdType { get; init; }

    /// <summary>Null keeps what is stored.</summary>
    public string? IdNumber { get; init; }

    public string Grade { get; init; } = "";

    public string ClassNo { get; init; } = "";

    /// <summary>1 for 走读, 2 for 住校.</summary>
    public int Boarding { get; init; } = 1;

    public EnrolmentStatus Status { get; init; }

    public DateOnly EntryOn { get; init; }

    /// <summary>All that is wrong, with the name of its field.</summary>
    internal IEnumerable<(string Field, string Message)> FindFaults(Stages schoolStages, bool keepsIdNumber, DateOnly today)
    {
        if (StudentNumber.FindFault(Number, today) is { } number)
            yield return (nameof(Number), number);
        if (Name.Length is 0 or > 50)
            yield return (nameof(Name), "姓名须为 1 至 50 个字");
        else if (CellText.HasSpecialCharacters(Name, TextRule.Name) || StudentName.HasSpecialCharacters(Name))
            yield return (nameof(Name), "姓名中不能有空格、符号等特殊字符");
        if (BirthDate < new DateOnly(1950, 1, 1) || BirthDate > today)
            yield return (nameof(BirthDate), "出生日期不存在或晚于今天");
        else if (!(keepsIdNumber && IdNumber is null) && Students.IdNumber.FindFault(IdType, IdNumber, BirthDate, Gender, today) is { } id)
            yield return (nameof(IdNumber), id);
        if (Model.Grade.Find(Grade) is not { } grade)
            yield return (nameof(Grade), "请选择年级");
        else if (!schoolStages.HasFlag(grade.Stage))
            yield return (nameof(Grade), $"本校不办{Words.Of(grade.Stage)}，没有这个年级");
        if (ClassNo.Length is 0 or > 20)
            yield return (nameof(ClassNo), "班级须为 1 至 20 个字");
        if (EntryOn < BirthDate || EntryOn > today.AddMonths(6))
            yield return (nameof(EntryOn), "入学日期不合理，请核对");
    }
}
