namespace Portal.Units;

/// <summary>The signed-in person.</summary>
public sealed record Person
{
    public required long Id { get; init; }

    /// <summary>Sign-in name; for students the 学号, for staff the 工号 or an account.</summary>
    public required string Account { get; init; }

    public required string Name { get; init; }
}
