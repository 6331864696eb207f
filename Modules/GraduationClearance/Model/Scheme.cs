namespace Portal.GraduationClearance.Model;

/// <summary>离校方案: the steps one group of leaving students goes through in one season.</summary>
public sealed record Scheme
{
    public long Id { get; init; }

    public string Name { get; init; } = "";

    public StudentScope StudentScope { get; init; }

    public int SeasonYear { get; init; }

    public int SeasonMonth { get; init; }

    public SchemeStatus Status { get; init; }

    public DateTime? OpenAt { get; init; }

    public DateTime? CloseAt { get; init; }

    public DateTime? InitialisedAt { get; init; }

    public string Notice { get; init; } = "";

    public int Version { get; init; }

    /// <summary>Decisions are taken only while the scheme is open and inside its window.</summary>
    public bool IsOpenAt(DateTime utc) => Status == SchemeStatus.Open && !(OpenAt > utc) && !(CloseAt < utc);
}
