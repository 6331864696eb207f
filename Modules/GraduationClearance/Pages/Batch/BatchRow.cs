using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Batch;

/// <summary>A row of the list: the thirteen columns, and the chosen step's state and version.</summary>
public sealed record BatchRow : StudentFacts
{
    public StepStatus? StepStatus { get; init; }

    public int? Version { get; init; }

    /// <summary>What a tick sends: the student and the version that was on screen.</summary>
    public string Tick => $"{Id}-{Version}";
}
