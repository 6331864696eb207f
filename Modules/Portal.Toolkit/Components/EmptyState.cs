namespace Portal.Toolkit.Components;

/// <summary>Stands where a list has no rows: why it is empty and what to do next; partial <c>_EmptyState</c>.</summary>
public sealed record EmptyState
{
    public required string Title { get; init; }

    public string Hint { get; init; } = "";

    public string? ActionText { get; init; }

    public string? ActionUrl { get; init; }
}
