using Portal.GraduationClearance.Decisions;

namespace Portal.GraduationClearance.Pages.Batch;

public sealed record BatchSummary
{
    public long Id { get; init; }

    public long SchemeId { get; init; }

    public long StepId { get; init; }

    public string StepName { get; init; } = "";

    public bool Passed { get; init; }

    public string Note { get; init; } = "";

    public int Handled { get; init; }

    public int Unchanged { get; init; }

    public int Refused { get; init; }

    public DateTime At { get; init; }
}

/// <summary>A student whom the batch left as he was.</summary>
public sealed record BatchResultRow
{
    public long StudentId { get; init; }

    public DecisionOutcome Outcome { get; init; }

    public string Message { get; init; } = "";

    public string StudentNo { get; init; } = "";

    public string Name { get; init; } = "";
}
