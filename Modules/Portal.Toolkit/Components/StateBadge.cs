namespace Portal.Toolkit.Components;

/// <summary>A state as word, icon and colour; partial <c>_StateBadge</c>.</summary>
public sealed record StateBadge
{
    public required StateKind Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>Small text behind the word, for example the time of the last good run.</summary>
    public string? Detail { get; init; }

    /// <summary>A badge with the state's usual word.</summary>
    public static StateBadge Of(StateKind kind, string? detail = null) =>
        new() { Kind = kind, Text = kind.Word(), Detail = detail };
}
