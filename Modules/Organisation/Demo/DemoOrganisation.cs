using Microsoft.AspNetCore.Identity;
using Portal.Organisation.SignIn;
using Portal.Organisation.Structure;

namespace Portal.Organisation.Demo;

/// <summary>Units, people and switches for the demo data of all modules. Every call finds before it creates.</summary>
internal sealed class DemoOrganisation(DbDataSource source, IWriteTransactions transactions, IAuditLog audit, SnapshotStore store, IUnitRegistrar registrar) : IDemoOrganisation
{
    public const string Password = "Demo#2026";
    public const string University = "示范大学";

    private static readonly Lazy<string> _passwordHash = new(() => new PasswordHasher<Account>().HashPassword(new Account(), Password));

    public Task<long> UniversityAsync(CancellationToken cancellationToken) => UnitAsync(University, "学校", store.Current.Root!.Id, cancellationToken);

    public async Task<long> UnitAsync(string name, string kind, long parentId, CancellationToken cancellationToken)
    {
        if (store.Current.ChildrenOf(parentId).FirstOrDefault(unit => unit.Name == name) is { } known)
            return known.Id;
        var id = await transactions.RunAsync(1, async transaction =>
        {
            var created = (await registrar.EnsureAsync(transaction, [new(name, kind, parentId)]))[0];
            await WriteAuditAsync(transaction, $"unit:{created}", new { name });
            return created;
        }, cancellationToken);
        store.Expire();
        return id;
    }

    public async Task EnableAsync(string moduleId, CancellationToken cancellationToken)
    {
        var root = store.Current.Root!.Id;
        if (store.Current.FindSwitch(root, moduleId) is not null)
            return;
        await transactions.RunAsync(0, async transaction =>
        {
            await transaction.ExecuteAsync(
                "insert into organisation_unit_module (unit_id, module_id, enabled, locked, version) values (@root, @moduleId, 1, 0, 1)", new { root, moduleId });
            await SnapshotStore.RaiseVersionAsync(transaction);
            await WriteAuditAsync(transaction, $"switch:{root}/{moduleId}", null);
        }, cancellationToken);
        store.Expire();
    }

    public async Task PeopleAsync(IReadOnlyCollection<DemoPerson> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
            return;
        var known = await KnownAsync([.. people.Select(person => AccountNormalizer.Normalize(person.Account)).Distinct()], cancellationToken);
        var roleNames = people.Select(person => person.Role).Distinct().ToArray();
        await transactions.RunAsync(roleNames.Length + (2 * people.Count), async transaction =>
        {
            var roles = await RolesAsync(transaction, roleNames);
            var ids = known.Where(row => row.Id > 0).DistinctBy(row => row.NormalizedAccount).ToDictionary(row => row.NormalizedAccount, row => row.Id);
            var posts = known.Select(row => (row.Id, row.RoleId, row.UnitId)).ToHashSet();
            var newPeople = new List<object?[]>();
            var newPosts = new List<object?[]>();
            var hints = new List<object?[]>();
            foreach (var person in people)
            {
                var account = AccountNormalizer.Normalize(person.Account);
                if (!ids.TryGetValue(account, out var id))
                {
                    ids[account] = id = transaction.NextId();
                    newPeople.Add([id, person.Account, account, person.Name, _passwordHash.Value, Guid.NewGuid().ToString("N"), 0, false, false, 1]);
                    if (person.Hint is not null)
                        hints.Add([id, person.Hint, (int)id]);
                }

                if (posts.Add((id, roles[person.Role], person.UnitId)))
                    newPosts.Add([transaction.NextId(), id, roles[person.Role], person.UnitId, newPosts.Count, 1]);
            }

            await transaction.InsertAsync(
                "organisation_person",
                ["id", "account", "normalized_account", "name", "password_hash", "security_stamp", "access_failed_count", "must_change_password", "is_disabled", "version"],
                newPeople);
            await transaction.InsertAsync("organisation_post", ["id", "person_id", "role_id", "unit_id", "position", "version"], newPosts);
            await transaction.InsertAsync("organisation_demo_account", ["person_id", "hint", "position"], hints);
            await SnapshotStore.RaiseVersionAsync(transaction);
            await WriteAuditAsync(transaction, "demo:people", new { people.Count });
        }, cancellationToken);
        store.Expire();
    }

    private async Task<IReadOnlyList<KnownRow>> KnownAsync(string[] accounts, CancellationToken cancellationToken)
    {
        var known = new List<KnownRow>();
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        foreach (var chunk in accounts.Chunk(500))
        {
            known.AddRange(await connection.QueryAsync<KnownRow>(new CommandDefinition(
                """
                select person.id, person.normalized_account, post.role_id, post.unit_id
                from organisation_person person
                left join organisation_post post on post.person_id = person.id
                where person.normalized_account in @chunk
                """,
                new { chunk },
                cancellationToken: cancellationToken)));
        }

        return known;
    }

    private static async Task<Dictionary<string, long>> RolesAsync(WriteTransaction transaction, string[] names)
    {
        var roles = new Dictionary<string, long>();
        foreach (var name in names)
            roles[name] = await RoleRows.FindOrCreateAsync(transaction, name);
        return roles;
    }

    private Task WriteAuditAsync(WriteTransaction transaction, string subject, object? after) =>
        audit.WriteAsync(transaction, new AuditEntry { Module = "Organisation", Action = "生成演示数据", Subject = subject, After = after });

    private sealed record KnownRow
    {
        public long Id { get; init; }

        public string NormalizedAccount { get; init; } = "";

        public long RoleId { get; init; }

        public long UnitId { get; init; }
    }
}
