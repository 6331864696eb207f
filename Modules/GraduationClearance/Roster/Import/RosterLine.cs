namespace Portal.GraduationClearance.Roster.Import;

/// <summary>A row of the file that has passed the checks of its cells; null where the cell is blank or the column absent.</summary>
public sealed record RosterLine
{
    public required string StudentNo { get; init; }

    public required string Name { get; init; }

    public required long DepartmentId { get; init; }

    public string? ExamNo { get; init; }

    public string? Gender { get; init; }

    public DateOnly? BirthDate { get; init; }

    public string? IdCardNo { get; init; }

    public string? Major { get; init; }

    public string? ClassName { get; init; }

    public string? Grade { get; init; }

    public string? StudentCategory { get; init; }

    public string? EducationLevel { get; init; }

    public bool? HukouTransfer { get; init; }

    public string? Dormitory { get; init; }

    /// <summary>Said beside the row though it is imported.</summary>
    public string Warning { get; init; } = "";
}
