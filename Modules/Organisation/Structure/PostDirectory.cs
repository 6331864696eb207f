using Portal.Organisation.SignIn;

namespace Portal.Organisation.Structure;

internal sealed class PostDirectory(DbDataSource source, IUnitTree tree, LocalTime time) : IPostDirectory
{
    private const int ChunkSize = 500;

    public Task<IReadOnlyList<Role>> ListRolesAsync(CancellationToken cancellationToken) =>
        ListAsync<Role>("select id, name from organisation_role order by name", null, cancellationToken);

    public async Task<Person?> FindPersonAsync(string account, CancellationToken cancellationToken) =>
        await ListAsync<Person>(
            "select id, account, name from organisation_person where normalized_account = @account",
            new { account = AccountNormalizer.Normalize(account) },
            cancellationToken) is [var person] ? person : null;

    public async Task<IReadOnlyList<Person>> ListPeopleAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var people = new List<Person>();
        foreach (var chunk in ids.Chunk(ChunkSize))
            people.AddRange(await ListAsync<Person>("select id, account, name from organisation_person where id in @chunk", new { chunk }, cancellationToken));
        return people;
    }

    public async Task<IReadOnlyList<Post>> ListPostsAsync(IReadOnlyCollection<long> roleIds, CancellationToken cancellationToken)
    {
        if (roleIds.Count == 0)
            return [];
        return await PostsAsync("post.role_id in @roleIds", new { roleIds, today = time.Today }, cancellationToken);
    }

    public async Task<IReadOnlyList<Post>> FindPostsAsync(string name, long unitId, CancellationToken cancellationToken) =>
        [.. (await PostsAsync("person.name = @name", new { name, today = time.Today }, cancellationToken)).Where(post => tree.IsWithin(post.UnitId, unitId))];

    private async Task<IReadOnlyList<Post>> PostsAsync(string condition, object parameters, CancellationToken cancellationToken)
    {
        var posts = await ListAsync<Row>(
            $"""
            select post.id, post.person_id, post.role_id, role.name as role_name, post.unit_id
            from organisation_post post
            join organisation_person person on person.id = post.person_id
            join organisation_role role on role.id = post.role_id
            where {condition}
              and (post.valid_from is null or post.valid_from <= @today)
              and (post.valid_to is null or post.valid_to >= @today)
              and person.is_disabled = 0
            order by post.id
            """,
            parameters,
            cancellationToken);
        return [.. posts.Select(ToPost).OfType<Post>()];
    }

    private Post? ToPost(Row row) => tree.Find(row.UnitId) is { } unit
        ? new Post { Id = row.Id, PersonId = row.PersonId, RoleId = row.RoleId, RoleName = row.RoleName, UnitId = unit.Id, UnitName = unit.Name }
        : null;

    private async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? parameters, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))).AsList();
    }

    private sealed record Row
    {
        public long Id { get; init; }

        public long PersonId { get; init; }

        public long RoleId { get; init; }

        public string RoleName { get; init; } = "";

        public long UnitId { get; init; }
    }
}
