namespace Portal.Units;

/// <summary>A node of the organisation tree, read from <c>organisation_unit</c>.</summary>
public sealed record Unit
{
    public required long Id { get; init; }

    /// <summary>Null only for the hidden root.</summary>
    public long? ParentId { get; init; }

    public required string Name { get; init; }

    /// <summary>A word of the module that uses the unit: 学校, 学院, 部门, 省, 市, 区.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Ids from the root down to this unit, <c>/1/20/31/</c>; a subtree is <c>path &gt;= @Path and path &lt; @PathEnd</c>.</summary>
    public required string Path { get; init; }

    // '0' follows '/': the range holds the unit's own path and whatever begins with it.
    /// <summary>Where the paths of the subtree end; itself not among them.</summary>
    public string PathEnd => $"{Path[..^1]}0";
}
