using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Roster;

/// <summary>Conditions of the roster's list; all of them must hold.</summary>
public sealed record RosterFilter
{
    public string? StudentNo { get; init; }

    public string? Name { get; init; }

    public long? DepartmentId { get; init; }

    public RosterStatus? Status { get; init; }
}
