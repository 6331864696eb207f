namespace Portal.Toolkit.Spreadsheets;

/// <summary>What surrounds the rows of a sheet.</summary>
public sealed record SheetLayout
{
    /// <summary>Whether the header stays in sight while one scrolls.</summary>
    public bool FreezeHeader { get; init; } = true;

    /// <summary>Whether the header has filter buttons.</summary>
    public bool Filter { get; init; }
}
