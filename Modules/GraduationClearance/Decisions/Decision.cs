using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Decisions;

/// <summary>通过 or 不通过 for some students at one step.</summary>
public sealed record Decision
{
    public const int MaxRemark = 500;

    public required long SchemeId { get; init; }

    public required long StepId { get; init; }

    public required DecisionSource Source { get; init; }

    public required IReadOnlyList<DecisionTarget> Targets { get; init; }

    public long? BatchId { get; init; }
}

/// <summary>One student's part of a decision.</summary>
/// <param name="StudentId">Row of the roster.</param>
/// <param name="Version">Version of the record that was on screen; null where none was shown.</param>
/// <param name="IsPass">通过, else 不通过.</param>
/// <param name="Remark">备注, at most <see cref="Decision.MaxRemark"/> characters.</param>
public sealed record DecisionTarget(long StudentId, int? Version, bool IsPass, string Remark);
