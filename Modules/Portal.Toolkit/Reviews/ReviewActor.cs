using Portal.Units;

namespace Portal.Toolkit.Reviews;

/// <summary>Who acts, as step and history keep it.</summary>
internal sealed record ReviewActor
{
    public long? PersonId { get; init; }

    public string Name { get; init; } = "系统";

    public string Role { get; init; } = "";

    public long? PostId { get; init; }

    public long? UnitId { get; init; }

    public string UnitName { get; init; } = "";

    public static ReviewActor Of(IUnitContext context) => context.Person is not { } person
        ? new ReviewActor()
        : new ReviewActor
        {
            PersonId = person.Id,
            Name = person.Name,
            Role = context.Post?.RoleName ?? "",
            PostId = context.Post?.Id,
            UnitId = context.Post?.UnitId,
            UnitName = context.Post?.UnitName ?? "",
        };
}
