using System.ComponentModel.DataAnnotations;
using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Pages.Schemes.Steps;

/// <summary>What can be typed about a grant.</summary>
public sealed record GrantForm
{
    [Required(ErrorMessage = "请选择角色")]
    public long? RoleId { get; init; }

    public long? UnitId { get; init; }

    /// <summary>Account of one person; empty for everybody with the role.</summary>
    public string? PersonId { get; init; }

    public GrantScope Scope { get; init; } = GrantScope.OwnUnit;

    public bool CanRevoke { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }
}
