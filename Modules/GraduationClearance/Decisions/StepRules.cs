namespace Portal.GraduationClearance.Decisions;

/// <summary>What a step asks of a decision.</summary>
internal sealed record StepRules
{
    public long Id { get; init; }

    public string Name { get; init; } = "";

    public bool IsFinal { get; init; }

    public bool RemarkRequiredOnFail { get; init; }
}
