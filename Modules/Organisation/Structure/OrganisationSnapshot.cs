namespace Portal.Organisation.Structure;

/// <summary>Tree, role grants and switches at one version. Never changes; a change makes a new one.</summary>
internal sealed class OrganisationSnapshot
{
    private readonly Dictionary<long, Unit> _units;
    private readonly ILookup<long, Unit> _children;
    private readonly Dictionary<long, RoleRow> _roles;
    private readonly HashSet<(long RoleId, string Permission)> _grants;
    private readonly Dictionary<(long UnitId, string ModuleId), SwitchRow> _switches;

    /// <param name="version">Version row, read before the rows.</param>
    /// <param name="units">In the order of siblings.</param>
    /// <param name="roles">All roles.</param>
    /// <param name="grants">Permissions of all roles.</param>
    /// <param name="switches">Module switches of all units.</param>
    public OrganisationSnapshot(
        long version, IEnumerable<Unit> units, IEnumerable<RoleRow> roles, IEnumerable<GrantRow> grants, IEnumerable<SwitchRow> switches)
    {
        Version = version;
        var ordered = units.ToArray();
        _units = ordered.ToDictionary(unit => unit.Id);
        _children = ordered.Where(unit => unit.ParentId is not null).ToLookup(unit => unit.ParentId!.Value);
        _roles = roles.ToDictionary(role => role.Id);
        _grants = [.. grants.Select(grant => (grant.RoleId, grant.Permission))];
        _switches = switches.ToDictionary(row => (row.UnitId, row.ModuleId));
        Root = ordered.FirstOrDefault(unit => unit.ParentId is null);
    }

    public long Version { get; }

    public Unit? Root { get; }

    public Unit? FindUnit(long id) => _units.GetValueOrDefault(id);

    public IEnumerable<Unit> ChildrenOf(long id) => _children[id];

    public IReadOnlyCollection<RoleRow> Roles => _roles.Values;

    public RoleRow? FindRole(long id) => _roles.GetValueOrDefault(id);

    public string? RoleName(long id) => FindRole(id)?.Name;

    public bool IsGranted(long roleId, string permission) => _grants.Contains((roleId, permission));

    public IEnumerable<string> GrantsOf(long roleId) => _grants.Where(grant => grant.RoleId == roleId).Select(grant => grant.Permission);

    public SwitchRow? FindSwitch(long unitId, string moduleId) => _switches.GetValueOrDefault((unitId, moduleId));

    /// <summary>From the root down to the unit; empty for an unknown unit.</summary>
    public IReadOnlyList<Unit> PathTo(long unitId)
    {
        var path = new List<Unit>();
        var seen = new HashSet<long>();
        for (var unit = FindUnit(unitId); unit is not null && seen.Add(unit.Id); unit = unit.ParentId is { } parent ? FindUnit(parent) : null)
            path.Add(unit);
        path.Reverse();
        return path;
    }

    internal sealed record RoleRow
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public bool IsDelegable { get; init; }
    }

    internal sealed record GrantRow
    {
        public long RoleId { get; init; }

        public string Permission { get; init; } = "";
    }

    internal sealed record SwitchRow
    {
        public long UnitId { get; init; }

        public string ModuleId { get; init; } = "";

        public bool Enabled { get; init; }

        public bool Locked { get; init; }

        public int Version { get; init; }
    }
}
