using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Roster;

/// <summary>Records counted by step, department and status.</summary>
internal sealed record TallyRow
{
    public long StepId { get; init; }

    public long DepartmentId { get; init; }

    public StepStatus Status { get; init; }

    public int Total { get; init; }
}
