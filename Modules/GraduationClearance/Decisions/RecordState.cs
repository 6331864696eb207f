using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Decisions;

/// <summary>A student and his record at one step, as they stand inside the transaction.</summary>
internal sealed record RecordState
{
    public long StudentId { get; init; }

    public string StudentNo { get; init; } = "";

    public string Name { get; init; } = "";

    public long DepartmentId { get; init; }

    public RosterStatus RosterStatus { get; init; }

    public string RemovedReason { get; init; } = "";

    public StepStatus Status { get; init; }

    public string Remark { get; init; } = "";

    public string DecidedByName { get; init; } = "";

    public DateTime? DecidedAt { get; init; }

    public int Version { get; init; }

    /// <summary>A certificate is out, which freezes every step (invariant I6).</summary>
    public bool HasCertificate { get; init; }
}
