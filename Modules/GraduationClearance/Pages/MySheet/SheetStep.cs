using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.MySheet;

/// <summary>One step of the sheet: state, reason, and where, when and whom to ask.</summary>
public sealed record SheetStep
{
    public long Id { get; init; }

    public string Name { get; init; } = "";

    public int Seq { get; init; }

    public bool IsRequired { get; init; }

    public StepMode Mode { get; init; }

    public string UnitName { get; init; } = "";

    public string Place { get; init; } = "";

    public string Hours { get; init; } = "";

    public string Contact { get; init; } = "";

    public string Guide { get; init; } = "";

    public DateTime? DueAt { get; init; }

    public StepStatus Status { get; init; }

    public string Remark { get; init; } = "";

    public DateTime? DecidedAt { get; init; }

    public bool IsOpen => Status is StepStatus.Pending or StepStatus.Failed;

    /// <summary>已办结 does not wait for the step that hands out the certificates.</summary>
    public bool HoldsUp => IsOpen && IsRequired && Mode == StepMode.Manual;
}
