using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Records;

/// <summary>One student's record of the step.</summary>
public sealed record RecordRow
{
    public long StudentId { get; init; }

    public string StudentNo { get; init; } = "";

    public string Name { get; init; } = "";

    public string DepartmentName { get; init; } = "";

    public string Major { get; init; } = "";

    public string ClassName { get; init; } = "";

    public StepStatus Status { get; init; }

    public string DecidedByName { get; init; } = "";

    public DateTime? DecidedAt { get; init; }

    public DecisionSource Source { get; init; }

    public string Remark { get; init; } = "";

    public long? BatchId { get; init; }
}
