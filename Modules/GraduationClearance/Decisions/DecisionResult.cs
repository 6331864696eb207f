namespace Portal.GraduationClearance.Decisions;

public enum DecisionOutcome
{
    Handled,
    Unchanged,
    Refused,

    /// <summary>Refused because this operator may not decide the student; who he is stays untold.</summary>
    OutOfReach,
}

/// <summary>What became of one student in a decision; every target has exactly one.</summary>
public sealed record DecisionRow(long StudentId, string StudentNo, string Name, DecisionOutcome Outcome, string Message);

/// <summary>Outcome of a decision, row by row.</summary>
public sealed record DecisionResult(IReadOnlyList<DecisionRow> Rows)
{
    /// <summary>The batch this belongs to; null for a single decision.</summary>
    public long? BatchId { get; init; }

    public int Handled => Rows.Count(row => row.Outcome == DecisionOutcome.Handled);

    public int Unchanged => Rows.Count(row => row.Outcome == DecisionOutcome.Unchanged);

    public int Refused => Rows.Count(row => row.Outcome is DecisionOutcome.Refused or DecisionOutcome.OutOfReach);
}
