namespace Portal.GraduationClearance.Roster;

/// <summary>A leaving student as the roster brings him.</summary>
public sealed record RosterStudent
{
    public required string StudentNo { get; init; }

    public required string Name { get; init; }

    public required long DepartmentId { get; init; }

    public string? ExamNo { get; init; }

    public string Gender { get; init; } = "";

    /// <summary>Taken from the ID number where that holds a date.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>身份证号 in full; stored encrypted, with a hash and a mask.</summary>
    public string? IdCardNo { get; init; }

    public string Major { get; init; } = "";

    public string ClassName { get; init; } = "";

    public string Grade { get; init; } = "";

    public string StudentCategory { get; init; } = "";

    public string EducationLevel { get; init; } = "";

    public bool HukouTransfer { get; init; }

    /// <summary>校区-楼-层-房间-床, as the seed writes it; parts may be missing.</summary>
    public string Dormitory { get; init; } = "";

    public string LeaveType { get; init; } = "毕业";

    /// <summary>Any part of 住宿信息 filled means that he lived in (seed item 25).</summary>
    public bool HasDormitory => Dormitory.Split('-').Any(part => !string.IsNullOrWhiteSpace(part));
}
