using Portal.Organisation.SignIn;
using Portal.Organisation.Structure;

namespace Portal.Organisation.Pages.People;

internal sealed class PersonQueries(DbDataSource source, ReachService reach, RoleLimitService limits, TimeProvider clock)
{
    private const string InReach =
        """
        (@IsEverywhere = 1 or exists (
            select 1
            from organisation_post post
            join organisation_unit unit on unit.id = post.unit_id
            where post.person_id = person.id and unit.path >= @From and unit.path < @To))
        """;

    private const string LastCharacter = "\U0010FFFF";

    /// <summary>People whose account or name begins with the text, by account: those after a mark, or those before one.</summary>
    public async Task<KeysetPage<PersonRow>> SearchAsync(string text, string? after, string? before, CancellationToken cancellationToken)
    {
        var isBack = before is not null;
        var account = AccountNormalizer.Normalize(text);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<PersonRow>(new CommandDefinition(
            $"""
            select person.id, person.account, person.normalized_account, person.name, person.is_disabled, person.lockout_end, person.must_change_password, person.version
            from organisation_person person
            where person.normalized_account {(isBack ? "<" : ">")} @mark
                and (@text = '' or (person.normalized_account >= @account and person.normalized_account < @accountEnd)
                    or (person.name >= @text and person.name < @textEnd))
                and {InReach}
            order by person.normalized_account {(isBack ? "desc" : "asc")}
            limit @Take
            """,
            new
            {
                mark = before ?? after ?? "",
                text,
                textEnd = text + LastCharacter,
                account,
                accountEnd = account + LastCharacter,
                KeysetPage.Take,
                reach.IsEverywhere,
                reach.Range.From,
                reach.Range.To,
            },
            cancellationToken: cancellationToken));
        return KeysetPage.Of(found.AsList(), after is not null, isBack);
    }

    public async Task<PersonRow?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<PersonRow>(new CommandDefinition(
            $"""
            select person.id, person.account, person.normalized_account, person.name, person.is_disabled, person.lockout_end, person.must_change_password, person.version
            from organisation_person person
            where person.id = @id and {InReach}
            """,
            new { id, reach.IsEverywhere, reach.Range.From, reach.Range.To },
            cancellationToken: cancellationToken));
    }

    /// <summary>Whether the account itself may be changed: every post the person ever held lies in reach and none has a role above the own one; who worked elsewhere may do so again.</summary>
    public async Task<bool> MayManageAsync(long personId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var posts = await connection.QueryAsync<(long RoleId, long UnitId)>(new CommandDefinition(
            "select role_id, unit_id from organisation_post where person_id = @personId",
            new { personId },
            cancellationToken: cancellationToken));
        return posts.All(post => reach.Covers(post.UnitId) && limits.MayGive(post.RoleId));
    }

    public bool IsLocked(PersonRow row) => row.LockoutEnd > clock.GetUtcNow().UtcDateTime;
}

/// <summary>A person as the administrator's pages show it.</summary>
public sealed record PersonRow
{
    public long Id { get; init; }

    public string Account { get; init; } = "";

    public string NormalizedAccount { get; init; } = "";

    public string Name { get; init; } = "";

    public bool IsDisabled { get; init; }

    public DateTime? LockoutEnd { get; init; }

    public bool MustChangePassword { get; init; }

    public int Version { get; init; }
}
