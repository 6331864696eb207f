namespace Portal.Units;

/// <summary>角色: a named set of permissions; held at a unit it becomes a post.</summary>
public sealed record Role
{
    public required long Id { get; init; }

    public required string Name { get; init; }
}
