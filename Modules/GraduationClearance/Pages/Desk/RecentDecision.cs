using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Desk;

/// <summary>A line of 最近办理.</summary>
public sealed record RecentDecision
{
    public long StudentId { get; init; }

    public long DepartmentId { get; init; }

    public string StudentNo { get; init; } = "";

    public string Name { get; init; } = "";

    public long StepId { get; init; }

    public string StepName { get; init; } = "";

    public StepStatus ToStatus { get; init; }

    public StepStatus StatusNow { get; init; }

    public DateTime At { get; init; }
}
