namespace Portal.Navigation;

/// <summary>An entry of a finished menu: allowed, switched on, with its address.</summary>
public sealed record MenuItem
{
    public required string Caption { get; init; }

    /// <summary>Null for a group.</summary>
    public string? Url { get; init; }

    /// <summary>Name of a Tabler icon, for example <c>school</c>.</summary>
    public string? Icon { get; init; }

    public string? Id { get; init; }

    public IReadOnlyList<MenuItem> Items { get; init; } = [];

    /// <summary>The request is this entry's page or lies below it.</summary>
    public bool IsCurrent { get; init; }
}
