using Portal.Units;

namespace Portal.Toolkit.Tests.Reviews;

/// <summary>City 5 over the bureau 20 with its school 10, and over 30, 40 and 41.</summary>
internal sealed class SampleUnits : IUnitTree
{
    private static readonly Dictionary<long, long?> _parents = new() { [1] = null, [5] = 1, [20] = 5, [10] = 20, [30] = 5, [40] = 5, [41] = 5 };

    public Unit? Root => Find(1);

    public Unit? Find(long id) => _parents.TryGetValue(id, out var parent) ? new Unit { Id = id, Name = $"单位{id}", ParentId = parent, Path = PathOf(id) } : null;

    public IReadOnlyList<Unit> Subtree(long id) => [.. _parents.Keys.Where(unit => IsWithin(unit, id)).Select(unit => Find(unit)!)];

    public IReadOnlyList<Unit> ChildrenOf(long id) => [.. _parents.Where(unit => unit.Value == id).Select(unit => Find(unit.Key)!)];

    public bool IsWithin(long id, long ancestorId) => PathOf(id).Contains($"/{ancestorId}/", StringComparison.Ordinal);

    private static string PathOf(long id) => _parents.GetValueOrDefault(id) is { } parent ? $"{PathOf(parent)}{id}/" : $"/{id}/";
}
