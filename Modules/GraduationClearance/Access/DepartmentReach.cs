namespace Portal.GraduationClearance.Access;

/// <summary>The departments whose students are in reach: all of them, or the subtrees of some units, none of them inside another.</summary>
public sealed class DepartmentReach
{
    public static readonly DepartmentReach WholeSchool = new(null, []) { IsWholeSchool = true };

    public static readonly DepartmentReach None = new(null, []);

    private readonly IUnitTree? _tree;
    private readonly IReadOnlyList<Unit> _tops;

    private DepartmentReach(IUnitTree? tree, IReadOnlyList<Unit> tops) => (_tree, _tops) = (tree, tops);

    public bool IsWholeSchool { get; private init; }

    public bool IsEmpty => !IsWholeSchool && _tops.Count == 0;

    /// <summary>The unit and all below; nothing for an unknown unit.</summary>
    public static DepartmentReach Of(IUnitTree tree, long unitId) => tree.Find(unitId) switch
    {
        null => None,
        { ParentId: null } => WholeSchool,
        var top => new(tree, [top]),
    };

    public bool Contains(long departmentId) => IsWholeSchool || _tops.Any(top => _tree!.IsWithin(departmentId, top.Id));

    public DepartmentReach Union(DepartmentReach other)
    {
        if (IsWholeSchool || other.IsWholeSchool)
            return WholeSchool;
        var tops = _tops.Concat(other._tops).DistinctBy(top => top.Id).ToArray();
        return new(_tree ?? other._tree, [.. tops.Where(top => !tops.Any(above => above.Id != top.Id && top.Path.StartsWith(above.Path, StringComparison.Ordinal)))]);
    }

    /// <summary>Condition for SQL: true for the whole school, else the column's unit must lie in one of the subtrees; an empty reach matches nothing.</summary>
    public string Sql(string column) => this switch
    {
        { IsWholeSchool: true } => "1 = 1",
        { _tops.Count: 0 } => "1 = 0",

        // An index by department answers this one in the order of the list.
        { Leaf: not null } => $"{column} = @reachUnit",

        // The comparison keeps MariaDB from joining the units first and sorting all their students; both databases then walk the list in its order.
        _ => $"({column} in (select reach.id from organisation_unit reach where {string.Join(" or ", _tops.Select((_, index) => $"reach.path >= @reachFrom{index} and reach.path < @reachTo{index}"))})) = 1",
    };

    /// <summary>The statement's own parameters and those of <see cref="Sql"/>.</summary>
    public DynamicParameters With(object parameters)
    {
        var all = new DynamicParameters(parameters);
        if (Leaf is { } leaf)
        {
            all.Add("reachUnit", leaf.Id);
            return all;
        }

        for (var index = 0; index < _tops.Count; index++)
        {
            all.Add($"reachFrom{index}", _tops[index].Path);
            all.Add($"reachTo{index}", _tops[index].PathEnd);
        }

        return all;
    }

    private Unit? Leaf => _tops is [var only] && _tree!.ChildrenOf(only.Id).Count == 0 ? only : null;
}
