using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Schemes;

/// <summary>What an administrator enters about a scheme. Times are UTC.</summary>
public sealed record SchemeFacts
{
    public required string Name { get; init; }

    public required StudentScope StudentScope { get; init; }

    public required int SeasonYear { get; init; }

    public required int SeasonMonth { get; init; }

    public DateTime? OpenAt { get; init; }

    public DateTime? CloseAt { get; init; }

    public string Notice { get; init; } = "";
}
