namespace Portal.RegistryTransfer.Schools;

/// <summary>What the current post reaches: its unit and all below, as a range of <c>organisation_unit.path</c>.</summary>
internal sealed class ScopeService(IUnitContext context, IUnitTree tree)
{
    public Unit? Top => tree.Find(context.UnitId);

    /// <summary>The post stands above all provinces.</summary>
    public bool IsNation => Top is { ParentId: null };

    public string From => Top?.Path ?? "";

    // '0' follows '/': the range holds the unit's own path and whatever begins with it.
    public string To => Top is { Path: var path } ? $"{path[..^1]}0" : "";

    public bool Covers(long unitId) => context.Post is { } post && tree.IsWithin(unitId, post.UnitId);
}
