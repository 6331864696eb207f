namespace Portal.GraduationClearance.Model;

/// <summary>State of one student at one step.</summary>
public enum StepStatus
{
    Pending,
    Passed,
    Failed,
    NotRequired,
}
