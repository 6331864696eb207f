namespace Portal.Units;

/// <summary>岗位: a person holding a role at a unit. A role held at a unit holds for its subtree.</summary>
public sealed record Post
{
    public required long Id { get; init; }

    public required long PersonId { get; init; }

    public required long RoleId { get; init; }

    public required string RoleName { get; init; }

    public required long UnitId { get; init; }

    public required string UnitName { get; init; }
}
