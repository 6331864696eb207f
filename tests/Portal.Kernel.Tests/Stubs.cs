using System.Reflection;
using System.Text;
using Portal.Modules;
using Portal.Security.Permissions;
using Portal.Units;

namespace Portal.Kernel.Tests;

/// <summary>Somebody at work, without an organisation behind it.</summary>
internal sealed class StubContext : IUnitContext
{
    public Person? Person { get; init; } = new() { Id = 7, Account = "t7", Name = "王老师" };

    public Post? Post { get; init; } = new() { Id = 70, PersonId = 7, RoleId = 5, RoleName = "操作员", UnitId = 30, UnitName = "图书馆" };

    public IReadOnlyList<Post> Posts => Post is null ? [] : [Post];

    public long UnitId => Post?.UnitId ?? 0;

    public IReadOnlyList<long> Path => [1, UnitId];

    public string Address => "192.0.2.7";

    public HashSet<string> Permissions { get; } = [];

    public bool Has(string permission) => Permissions.Contains(permission);
}

/// <summary>A tree of units given as (id, parent).</summary>
internal sealed class StubTree(params (long Id, long? Parent)[] units) : IUnitTree
{
    public Unit? Root => Find(1);

    public Unit? Find(long id) => units.Any(unit => unit.Id == id) ? new Unit { Id = id, Name = $"单位{id}", ParentId = ParentOf(id), Path = PathOf(id) } : null;

    public IReadOnlyList<Unit> Subtree(long id) => [.. units.Where(unit => IsWithin(unit.Id, id)).Select(unit => Find(unit.Id)!)];

    public IReadOnlyList<Unit> ChildrenOf(long id) => [.. units.Where(unit => unit.Parent == id).Select(unit => Find(unit.Id)!)];

    public bool IsWithin(long id, long ancestorId) => PathOf(id).Contains($"/{ancestorId}/", StringComparison.Ordinal);

    private long? ParentOf(long id) => units.FirstOrDefault(unit => unit.Id == id).Parent;

    private string PathOf(long id) => ParentOf(id) is { } parent ? $"{PathOf(parent)}{id}/" : $"/{id}/";
}

internal sealed class StubRoles(params string[] granted) : IRolePermissions
{
    public bool IsGranted(long roleId, string permission) => granted.Contains(permission);

    public Task ApplyDefaultsAsync(string moduleId, IReadOnlyCollection<PermissionStereotype> stereotypes, CancellationToken cancellationToken) => Task.CompletedTask;
}

internal sealed class StubSwitch(params string[] off) : IModuleSwitch
{
    public bool IsEnabled(string moduleId, long unitId) => !off.Contains(moduleId);
}

internal sealed class StubVisitors : IVisitorSource
{
    public Visitor? Visitor { get; set; }

    public Task<Visitor?> FindAsync(long personId, string? session, CancellationToken cancellationToken) => Task.FromResult(Visitor);
}

/// <summary>An assembly that consists of migration files only.</summary>
internal sealed class ScriptAssembly(params (string Name, string Sql)[] scripts) : Assembly
{
    public override string[] GetManifestResourceNames() =>
        [.. scripts.SelectMany(script => new[] { $"Migrations/Sqlite/{script.Name}.sql", $"Migrations/MySql/{script.Name}.sql" })];

    public override Stream? GetManifestResourceStream(string name) =>
        new MemoryStream(Encoding.UTF8.GetBytes(scripts.First(script => name.EndsWith($"/{script.Name}.sql", StringComparison.Ordinal)).Sql));
}
