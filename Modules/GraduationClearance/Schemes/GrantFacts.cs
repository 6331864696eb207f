using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Schemes;

/// <summary>谁来办理: which posts decide a step, and whose students.</summary>
public record GrantFacts
{
    public long RoleId { get; init; }

    /// <summary>Only posts at this unit or below; null for posts anywhere.</summary>
    public long? UnitId { get; init; }

    /// <summary>Only this person; null for everybody with the role.</summary>
    public long? PersonId { get; init; }

    public GrantScope Scope { get; init; } = GrantScope.OwnUnit;

    public bool CanRevoke { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }
}

/// <summary>A grant as stored.</summary>
public sealed record Grant : GrantFacts
{
    public long Id { get; init; }

    public long StepId { get; init; }

    public int Version { get; init; }
}
