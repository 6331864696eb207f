namespace Portal.Units;

/// <summary>The organisation tree as one immutable snapshot of this host.</summary>
public interface IUnitTree
{
    /// <summary>The unit; null when there is none.</summary>
    Unit? Find(long id);

    /// <summary>The unit itself and all below it, parents before children; empty when the unit does not exist.</summary>
    IReadOnlyList<Unit> Subtree(long id);

    /// <summary>The units directly below; empty when the unit does not exist.</summary>
    IReadOnlyList<Unit> ChildrenOf(long id);

    /// <summary>Whether <paramref name="id"/> is <paramref name="ancestorId"/> or lies below it.</summary>
    bool IsWithin(long id, long ancestorId);

    /// <summary>The hidden root above universities and provinces; null before the first unit exists.</summary>
    Unit? Root { get; }
}
