using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Students;

/// <summary>A student of the matrix with his state at each step, in the order of the steps.</summary>
public sealed record MatrixRow
{
    public long Id { get; init; }

    public string StudentNo { get; init; } = "";

    public string Name { get; init; } = "";

    public string DepartmentName { get; init; } = "";

    public string Major { get; init; } = "";

    public string ClassName { get; init; } = "";

    public string StudentCategory { get; init; } = "";

    public string EducationLevel { get; init; } = "";

    public bool HukouTransfer { get; init; }

    public string Dormitory { get; init; } = "";

    public string IdCardMasked { get; init; } = "";

    /// <summary>Read only where full numbers were asked for.</summary>
    public string? IdCardSecret { get; init; }

    public int Certificates { get; init; }

    /// <summary>Null where the step's data has not been initialised.</summary>
    public StepStatus?[] Cells { get; set; } = [];

    public OverallState StateOf(IReadOnlyList<StepHead> steps)
    {
        int decided = 0, failed = 0, open = 0;
        for (var index = 0; index < steps.Count; index++)
        {
            var status = Cells[index];
            decided += status is StepStatus.Passed or StepStatus.Failed ? 1 : 0;
            failed += status == StepStatus.Failed ? 1 : 0;
            open += steps[index] is { IsRequired: true, Mode: StepMode.Manual } && status is not (StepStatus.Passed or StepStatus.NotRequired) ? 1 : 0;
        }

        return new OverallCounts { Decided = decided, Failed = failed, Open = open, Certificates = Certificates }.State;
    }
}
