namespace Portal.Organisation.Pages.Roles;

internal sealed class RoleQueries(DbDataSource source, LocalTime time)
{
    public async Task<IReadOnlyList<RoleRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<RoleRow>(new CommandDefinition(
            """
            select role.id, role.name, role.description, role.is_delegable, role.version,
                (select count(*) from organisation_role_permission granted where granted.role_id = role.id) as permissions,
                (select count(*) from organisation_post post where post.role_id = role.id and (post.valid_to is null or post.valid_to >= @today)) as posts
            from organisation_role role
            order by role.name
            """,
            new { today = time.Today },
            cancellationToken: cancellationToken))).AsList();
    }

    public async Task<RoleRow?> FindAsync(long id, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(role => role.Id == id);

    public async Task<IReadOnlySet<string>> GrantsAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<string>(new CommandDefinition(
            "select permission from organisation_role_permission where role_id = @id", new { id }, cancellationToken: cancellationToken))).ToHashSet();
    }
}

/// <summary>A role as the administrator's pages show it.</summary>
public sealed record RoleRow
{
    public long Id { get; init; }

    public string Name { get; init; } = "";

    public string Description { get; init; } = "";

    public bool IsDelegable { get; init; }

    public int Version { get; init; }

    public int Permissions { get; init; }

    public int Posts { get; init; }
}
