using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Certificates;

/// <summary>What issuing needs to know of a student.</summary>
public sealed record CertificateStudent
{
    public long Id { get; init; }

    public long SchemeId { get; init; }

    public string SchemeName { get; init; } = "";

    public SchemeStatus SchemeStatus { get; init; }

    public string StudentNo { get; init; } = "";

    public string Name { get; init; } = "";

    public string Gender { get; init; } = "";

    public string IdCardMasked { get; init; } = "";

    public long DepartmentId { get; init; }

    public string DepartmentName { get; init; } = "";

    public string Major { get; init; } = "";

    public string ClassName { get; init; } = "";

    public string LeaveType { get; init; } = "";

    public RosterStatus Status { get; init; }

    public string RemovedReason { get; init; } = "";

    /// <summary>Filled where a list shows it.</summary>
    public OverallState State { get; set; }
}
