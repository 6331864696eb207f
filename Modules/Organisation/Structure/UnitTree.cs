namespace Portal.Organisation.Structure;

internal sealed class UnitTree(SnapshotStore store) : IUnitTree
{
    public Unit? Root => store.Current.Root;

    public Unit? Find(long id) => store.Current.FindUnit(id);

    public IReadOnlyList<Unit> ChildrenOf(long id) => [.. store.Current.ChildrenOf(id)];

    public IReadOnlyList<Unit> Subtree(long id)
    {
        var snapshot = store.Current;
        var found = new List<Unit>();
        if (snapshot.FindUnit(id) is { } top)
            Add(top);
        return found;

        void Add(Unit unit)
        {
            found.Add(unit);
            foreach (var child in snapshot.ChildrenOf(unit.Id))
                Add(child);
        }
    }

    public bool IsWithin(long id, long ancestorId)
    {
        var snapshot = store.Current;
        return snapshot.FindUnit(id) is { } unit
            && snapshot.FindUnit(ancestorId) is { } ancestor
            && unit.Path.StartsWith(ancestor.Path, StringComparison.Ordinal);
    }
}
