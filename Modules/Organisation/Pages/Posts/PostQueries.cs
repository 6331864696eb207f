using System.Globalization;
using Portal.Organisation.Structure;

namespace Portal.Organisation.Pages.Posts;

internal sealed class PostQueries(DbDataSource source, ReachService reach, LocalTime time)
{
    /// <summary>Posts of a unit, by account: those after a mark, or those before one.</summary>
    public async Task<KeysetPage<PostRow>> OfUnitAsync(long unitId, long? roleId, bool ended, string? after, string? before, CancellationToken cancellationToken)
    {
        var isBack = before is not null;
        var (compare, order) = isBack ? ("<", "desc") : (">", "asc");
        var (account, id) = Read(before ?? after);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<PostRow>(new CommandDefinition(
            $"""
            select post.id, post.person_id, post.role_id, post.unit_id, post.valid_from, post.valid_to, post.version,
                person.account, person.normalized_account, person.name, person.is_disabled, role.name as role_name
            from organisation_post post
            join organisation_person person on person.id = post.person_id
            join organisation_role role on role.id = post.role_id
            where post.unit_id = @unitId
                and (@roleId is null or post.role_id = @roleId)
                and (@ended = 1 or post.valid_to is null or post.valid_to >= @today)
                and person.normalized_account {compare}= @account
                and (person.normalized_account {compare} @account or post.id {compare} @id)
            order by person.normalized_account {order}, post.id {order}
            limit @Take
            """,
            new { unitId, roleId, ended, today = time.Today, account, id, KeysetPage.Take },
            cancellationToken: cancellationToken));
        return KeysetPage.Of(found.AsList(), after is not null, isBack);
    }

    /// <summary>All posts of a person that lie in reach, the ended ones last.</summary>
    public async Task<IReadOnlyList<PostRow>> OfPersonAsync(long personId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<PostRow>(new CommandDefinition(
            """
            select post.id, post.person_id, post.role_id, post.unit_id, post.valid_from, post.valid_to, post.version,
                role.name as role_name, unit.name as unit_name
            from organisation_post post
            join organisation_role role on role.id = post.role_id
            join organisation_unit unit on unit.id = post.unit_id
            where post.person_id = @personId and unit.path >= @From and unit.path < @To
            order by case when post.valid_to is null or post.valid_to >= @today then 0 else 1 end, post.position, post.id
            """,
            new { personId, today = time.Today, reach.Range.From, reach.Range.To },
            cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>A post in reach.</summary>
    public async Task<PostRow?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var row = await connection.QueryFirstOrDefaultAsync<PostRow>(new CommandDefinition(
            """
            select post.id, post.person_id, post.role_id, post.unit_id, post.valid_from, post.valid_to, post.version,
                person.account, person.name, role.name as role_name, unit.name as unit_name
            from organisation_post post
            join organisation_person person on person.id = post.person_id
            join organisation_role role on role.id = post.role_id
            join organisation_unit unit on unit.id = post.unit_id
            where post.id = @id
            """,
            new { id },
            cancellationToken: cancellationToken));
        return row is not null && reach.Covers(row.UnitId) ? row : null;
    }

    /// <summary>The key of a row, as the pager's links carry it.</summary>
    public static string Mark(PostRow row) => $"{row.Id}~{row.NormalizedAccount}";

    private static (string Account, long Id) Read(string? mark) =>
        mark?.Split('~', 2) is [var id, var account] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (account, number)
            : ("", 0);
}

/// <summary>A post as the administrator's pages show it.</summary>
public sealed record PostRow
{
    public long Id { get; init; }

    public long PersonId { get; init; }

    public long RoleId { get; init; }

    public long UnitId { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public int Version { get; init; }

    public string Account { get; init; } = "";

    public string NormalizedAccount { get; init; } = "";

    public string Name { get; init; } = "";

    public bool IsDisabled { get; init; }

    public string RoleName { get; init; } = "";

    public string UnitName { get; init; } = "";

    public bool HasEnded(DateOnly today) => ValidTo < today;

    /// <summary>For example <c>2026-09-01 起</c>; empty for a post without limits.</summary>
    public string Period() => (ValidFrom, ValidTo) switch
    {
        (null, null) => "",
        ({ } from, null) => $"{from:yyyy-MM-dd} 起",
        (null, { } to) => $"至 {to:yyyy-MM-dd}",
        ({ } from, { } to) => $"{from:yyyy-MM-dd} 至 {to:yyyy-MM-dd}",
    };
}
