using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Access;

/// <summary>A step that the current post decides, and for which departments' students.</summary>
public sealed record OperatorStep
{
    public required long Id { get; init; }

    public required long SchemeId { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required int Seq { get; init; }

    public bool RemarkRequiredOnFail { get; init; }

    public required DepartmentReach Reach { get; init; }

    /// <summary>Whose decisions may be taken back: only what the grants with that right reach.</summary>
    public required DepartmentReach RevokeReach { get; init; }
}

/// <summary>A grant row as stored, joined with its step.</summary>
internal sealed record StepGrantRow
{
    public long Id { get; init; }

    public long SchemeId { get; init; }

    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public int Seq { get; init; }

    public bool RemarkRequiredOnFail { get; init; }

    public bool CanRevoke { get; init; }

    public GrantScope Scope { get; init; }

    public long? UnitId { get; init; }
}
