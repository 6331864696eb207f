namespace Portal.GraduationClearance.Pages.Desk;

/// <summary>The form of one step: what the operator ticked and wrote, and the version that was on screen.</summary>
public sealed record DecisionInput
{
    public long StepId { get; init; }

    public int? Version { get; init; }

    /// <summary><c>pass</c>, <c>fail</c>, or nothing.</summary>
    public string? Result { get; init; }

    public string? Remark { get; init; }
}
