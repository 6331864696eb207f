using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Roster;

/// <summary>A row of the roster as stored.</summary>
public sealed record RosterRow
{
    public long Id { get; init; }

    public long SchemeId { get; init; }

    public string StudentNo { get; init; } = "";

    public string? ExamNo { get; init; }

    public string Name { get; init; } = "";

    public string Gender { get; init; } = "";

    public DateOnly? BirthDate { get; init; }

    public string? IdCardSecret { get; init; }

    public string? IdCardHash { get; init; }

    public string IdCardMasked { get; init; } = "";

    public long DepartmentId { get; init; }

    public string Major { get; init; } = "";

    public string ClassName { get; init; } = "";

    public string Grade { get; init; } = "";

    public string StudentCategory { get; init; } = "";

    public string EducationLevel { get; init; } = "";

    public bool HukouTransfer { get; init; }

    public bool HasDormitory { get; init; }

    public string Dormitory { get; init; } = "";

    public string LeaveType { get; init; } = "";

    public RosterStatus Status { get; init; }

    public string RemovedReason { get; init; } = "";

    public int Version { get; init; }

    /// <summary>Whether the facts are the same, so that saving them again would change nothing. The secret differs at each encryption; the hash decides.</summary>
    public bool HasFactsOf(RosterRow other) =>
        (this with { Id = 0, SchemeId = 0, IdCardSecret = null, Status = default, RemovedReason = "", Version = 0 })
        == (other with { Id = 0, SchemeId = 0, IdCardSecret = null, Status = default, RemovedReason = "", Version = 0 });
}
