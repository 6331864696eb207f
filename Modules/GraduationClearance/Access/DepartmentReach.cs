namespace Portal.GraduationClearance.Access;

/// <summary>The departments whose students are in reach: all of them, or a list of unit ids.</summary>
public sealed record DepartmentReach
{
    public static readonly DepartmentReach WholeSchool = new() { IsWholeSchool = true };

    public static readonly DepartmentReach None = new();

    public bool IsWholeSchool { get; private init; }

    public IReadOnlyCollection<long> DepartmentIds { get; private init; } = [];

    public static DepartmentReach Of(IEnumerable<long> departmentIds) => new() { DepartmentIds = departmentIds.ToHashSet() };

    public bool IsEmpty => !IsWholeSchool && DepartmentIds.Count == 0;

    public bool Contains(long departmentId) => IsWholeSchool || DepartmentIds.Contains(departmentId);

    public DepartmentReach Union(DepartmentReach other) =>
        IsWholeSchool || other.IsWholeSchool ? WholeSchool : Of(DepartmentIds.Concat(other.DepartmentIds));

    /// <summary>Condition for SQL: true for the whole school, else the column must be among <c>@departments</c>; an empty reach matches nothing.</summary>
    public string Sql(string column) => IsWholeSchool ? "1 = 1" : DepartmentIds.Count == 0 ? "1 = 0" : $"{column} in @departments";
}
