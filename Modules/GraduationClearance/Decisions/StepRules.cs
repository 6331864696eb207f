namespace Portal.GraduationClearance.Decisions;

/// <summary>What a step asks of a decision.</summary>
internal sealed record StepRules
{
    /// <summary>What is said when the step went away between the page and the decision.</summary>
    public const string Deleted = "该环节已被删除，请刷新页面。";

    public long Id { get; init; }

    public string Name { get; init; } = "";

    public bool IsFinal { get; init; }

    public bool RemarkRequiredOnFail { get; init; }
}
