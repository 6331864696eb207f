namespace Portal.GraduationClearance.Schemes;

/// <summary>Grants of a scheme's steps, in words and with the people they mean at present.</summary>
public sealed class GrantQueries(DbDataSource source, IPostDirectory directory, IRolePermissions rolePermissions, IUnitTree tree, LocalTime time)
{
    private const string Sql =
        """
        select g.id, g.step_id, g.role_id, g.unit_id, g.person_id, g.scope, g.can_revoke, g.valid_from, g.valid_to, g.version
        from graduationclearance_step_grant g
        join graduationclearance_step s on s.id = g.step_id
        where s.scheme_id = @schemeId
        order by s.seq, g.id
        """;

    public async Task<IReadOnlyList<GrantView>> ListAsync(long schemeId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var grants = (await connection.QueryAsync<Grant>(new CommandDefinition(Sql, new { schemeId }, cancellationToken: cancellationToken))).AsList();
        var roles = (await directory.ListRolesAsync(cancellationToken)).ToDictionary(role => role.Id, role => role.Name);
        var people = (await directory.ListPeopleAsync([.. grants.Select(grant => grant.PersonId).OfType<long>().Distinct()], cancellationToken)).ToDictionary(person => person.Id);
        var posts = (await directory.ListPostsAsync([.. grants.Select(grant => grant.RoleId).Distinct()], cancellationToken)).ToLookup(post => post.RoleId);
        return
        [
            .. grants.Select(grant => new GrantView
            {
                Grant = grant,
                Text = Text(grant, roles, people),
                Period = Period(grant),
                State = grant.ValidTo < time.Today ? GrantState.Ended : grant.ValidFrom > time.Today ? GrantState.Later : GrantState.Valid,
                Posts = [.. posts[grant.RoleId].Where(post => Covers(grant, post))],
            }),
        ];
    }

    internal static Task<IReadOnlyList<Grant>> ListAsync(WriteTransaction transaction, long schemeId) => transaction.QueryAsync<Grant>(Sql, new { schemeId });

    private bool Covers(Grant grant, Post post) =>
        rolePermissions.IsGranted(grant.RoleId, Permissions.Decide)
        && (grant.PersonId is null || grant.PersonId == post.PersonId)
        && (grant.UnitId is not { } unitId || tree.IsWithin(post.UnitId, unitId));

    private string Text(Grant grant, Dictionary<long, string> roles, Dictionary<long, Person> people) => string.Join(" · ", new[]
    {
        RoleText(grant, roles),
        grant.UnitId is { } unitId ? tree.Find(unitId)?.Name ?? "单位已删除" : "各单位",
        grant.PersonId is { } personId ? people.TryGetValue(personId, out var person) ? $"{person.Name}（{person.Account}）" : "人员已删除" : "",
        ConfigurationWords.Of(grant.Scope),
        grant.CanRevoke ? "可撤销" : "",
    }.Where(part => part.Length > 0));

    private string RoleText(Grant grant, Dictionary<long, string> roles) => !roles.TryGetValue(grant.RoleId, out var role)
        ? "角色已删除"
        : rolePermissions.IsGranted(grant.RoleId, Permissions.Decide) ? role : $"{role}（没有现场办理权限）";

    private static string Period(Grant grant) => (grant.ValidFrom, grant.ValidTo) switch
    {
        (null, null) => "",
        ({ } from, null) => $"{from:yyyy-MM-dd} 起",
        (null, { } to) => $"至 {to:yyyy-MM-dd}",
        ({ } from, { } to) => $"{from:yyyy-MM-dd} 至 {to:yyyy-MM-dd}",
    };
}

public enum GrantState
{
    Valid,
    Later,
    Ended,
}

/// <summary>A grant in words, and the posts it means at present.</summary>
public sealed record GrantView
{
    public required Grant Grant { get; init; }

    /// <summary>培养单位审核 · 各单位 · 本单位学生 · 可撤销.</summary>
    public required string Text { get; init; }

    public required string Period { get; init; }

    public required GrantState State { get; init; }

    public required IReadOnlyList<Post> Posts { get; init; }

    public int People => Posts.Select(post => post.PersonId).Distinct().Count();
}
