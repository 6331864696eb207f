namespace Portal.Organisation.Structure;

internal sealed class VisitorSource(DbDataSource source, SnapshotStore store, LocalTime time) : IVisitorSource
{
    public async Task<Visitor?> FindAsync(long personId, string? session, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(
            """
            select person.id as person_id, person.account, person.name, state.version as state_version,
                post.id as post_id, post.role_id, post.unit_id
            from organisation_person person
            join organisation_state state on state.id = 1
            left join organisation_post post on post.person_id = person.id
                and (post.valid_from is null or post.valid_from <= @today)
                and (post.valid_to is null or post.valid_to >= @today)
            left join organisation_ended_session ended on ended.id = @session
            where person.id = @personId and person.is_disabled = 0 and ended.id is null
            order by post.position, post.id
            """,
            new { personId, session, today = time.Today },
            cancellationToken: cancellationToken))).AsList();
        if (rows is not [var first, ..])
            return null;
        store.Renew(first.StateVersion);
        var snapshot = store.Current;
        var person = new Person { Id = first.PersonId, Account = first.Account, Name = first.Name };
        return new Visitor(person, [.. rows.Select(row => ToPost(row, snapshot)).OfType<Post>()]);
    }

    private static Post? ToPost(Row row, OrganisationSnapshot snapshot) =>
        row.PostId is { } id && snapshot.RoleName(row.RoleId) is { } role && snapshot.FindUnit(row.UnitId) is { } unit
            ? new Post { Id = id, PersonId = row.PersonId, RoleId = row.RoleId, RoleName = role, UnitId = unit.Id, UnitName = unit.Name }
            : null;

    private sealed record Row
    {
        public long PersonId { get; init; }

        public string Account { get; init; } = "";

        public string Name { get; init; } = "";

        public long StateVersion { get; init; }

        public long? PostId { get; init; }

        public long RoleId { get; init; }

        public long UnitId { get; init; }
    }
}
