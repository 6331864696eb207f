namespace Portal.RegistryTransfer.Pages.Query;

/// <summary>The reach of the current post.</summary>
internal sealed class QueryReachService(IUnitContext context, IUnitTree tree)
{
    /// <summary>A post at the root sees the nation, and persons only in part.</summary>
    public bool IsNation => tree.Root?.Id == context.UnitId;

    public QueryReach Find() => IsNation ? new(null, "") : new(context.UnitId, tree.Find(context.UnitId)?.Path ?? "");
}
