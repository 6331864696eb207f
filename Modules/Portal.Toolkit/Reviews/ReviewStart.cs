namespace Portal.Toolkit.Reviews;

/// <summary>Puts a subject on its route.</summary>
public sealed record ReviewStart
{
    public required string RouteKey { get; init; }

    /// <summary>Id of the module's record, which stands already in the same transaction.</summary>
    public required long SubjectId { get; init; }

    /// <summary>As to-do lists show it, at most <see cref="ReviewLimits.Title"/> characters; no identity numbers.</summary>
    public required string Title { get; init; }

    /// <summary>What the audit row keeps of the subject, as JSON; null keeps only the review's own state.</summary>
    public object? Detail { get; init; }
}
