namespace Portal.RegistryTransfer.Schools;

/// <summary>What the current post reaches: its unit and all below, as a range of <c>organisation_unit.path</c>.</summary>
internal sealed class ScopeService(IUnitContext context, IUnitTree tree)
{
    public Unit? Top => tree.Find(context.UnitId);

    /// <summary>The post stands above all provinces.</summary>
    public bool IsNation => Top is { ParentId: null };

    public string From => Top?.Path ?? "";

    public string To => Top?.PathEnd ?? "";

    public bool Covers(long unitId) => context.Post is { } post && tree.IsWithin(unitId, post.UnitId);
}
