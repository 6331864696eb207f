namespace Portal.Organisation.Structure;

/// <summary>What the current post may administer: its own unit and all below.</summary>
internal sealed class ReachService(IUnitContext context, IUnitTree tree)
{
    /// <summary>The unit of the current post.</summary>
    public Unit? Top => tree.Find(context.UnitId);

    /// <summary>Whether the current post stands above everything, also above people without any post.</summary>
    public bool IsEverywhere => Top is { ParentId: null };

    /// <summary>Matches nothing for a person without a post.</summary>
    public SubtreeRange Range => Top is { } top ? SubtreeRange.Of(top) : new("", "");

    public bool Covers(long unitId) => context.Post is { } post && tree.IsWithin(unitId, post.UnitId);

    /// <summary>The unit if it is in reach; without an id the unit of the current post.</summary>
    public Unit? Find(long? unitId) => unitId is null ? Top : Covers(unitId.Value) ? tree.Find(unitId.Value) : null;

    /// <summary>From the unit of the current post down to the unit.</summary>
    public IReadOnlyList<Unit> PathTo(Unit unit)
    {
        var path = new List<Unit>();
        for (Unit? current = unit; current is not null && Covers(current.Id); current = current.ParentId is { } parent ? tree.Find(parent) : null)
            path.Insert(0, current);
        return path;
    }
}
