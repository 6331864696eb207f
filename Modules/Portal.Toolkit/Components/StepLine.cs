namespace Portal.Toolkit.Components;

/// <summary>A route as a line of steps: done, now, to come, skipped; partial <c>_StepLine</c>.</summary>
public sealed record StepLine
{
    /// <summary>Read out before the steps, for example <c>离校流程</c>.</summary>
    public string Label { get; init; } = "办理进度";

    public required IReadOnlyList<StepLineItem> Items { get; init; }
}

/// <summary>One step of the line.</summary>
public sealed record StepLineItem
{
    public required string Label { get; init; }

    public required StateKind Kind { get; init; }

    /// <summary>The state in words where the usual word does not fit.</summary>
    public string? StateText { get; init; }

    /// <summary>Who, when, until when.</summary>
    public string? Detail { get; init; }

    /// <summary>It is this step's turn.</summary>
    public bool IsCurrent { get; init; }
}
