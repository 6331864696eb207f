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

    /// <summary>Ids from the root down to this unit, <c>/1/20/31/</c>; a subtree is the range [path, path with the last character raised).</summary>
    public required string Path { get; init; }
}
