namespace Portal.GraduationClearance.Model;

/// <summary>学生信息, the thirteen columns of the desk (seed item 24) and what the search needs; the ID number is masked already.</summary>
public record StudentFacts
{
    public long Id { get; init; }

    public string StudentNo { get; init; } = "";

    public string Name { get; init; } = "";

    public string Gender { get; init; } = "";

    public DateOnly? BirthDate { get; init; }

    public string IdCardMasked { get; init; } = "";

    public long DepartmentId { get; init; }

    public string DepartmentName { get; init; } = "";

    public string Major { get; init; } = "";

    public string ClassName { get; init; } = "";

    public string Grade { get; init; } = "";

    public string StudentCategory { get; init; } = "";

    public string EducationLevel { get; init; } = "";

    public bool HukouTransfer { get; init; }

    public string Dormitory { get; init; } = "";

    public RosterStatus Status { get; init; }

    public string RemovedReason { get; init; } = "";

    /// <summary>Whole years on the day given; null without a birth date.</summary>
    public int? AgeOn(DateOnly day) => BirthDate is { } birth
        ? day.Year - birth.Year - (day < birth.AddYears(day.Year - birth.Year) ? 1 : 0)
        : null;
}
