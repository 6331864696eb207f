namespace Portal.GraduationClearance.Model;

/// <summary>办理记录: one student's state at one step.</summary>
public sealed record StepRecord
{
    public long StepId { get; init; }

    public string StepName { get; init; } = "";

    public int Seq { get; init; }

    public StepMode Mode { get; init; }

    public bool IsFinal { get; init; }

    public StepStatus Status { get; init; }

    public string Remark { get; init; } = "";

    public string DecidedByName { get; init; } = "";

    public DateTime? DecidedAt { get; init; }

    public DecisionSource Source { get; init; }

    public int Version { get; init; }
}
