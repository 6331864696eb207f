using System.Data.Common;
using Dapper;
using Portal.Security;
using Portal.Units;

namespace Portal.Toolkit.Notices;

/// <summary>消息 of the current person in its current post: those to the person, and those to the post's unit that its role may see.</summary>
public sealed class NoticeQueries(DbDataSource source, IUnitContext context, PermissionCatalog permissions, IEnumerable<INoticeAudience> audiences, TimeProvider clock)
{
    /// <summary>Older ones are no longer shown; in days.</summary>
    public const int KeptDays = 180;

    /// <summary>The count of unread ones stops here.</summary>
    public const int CountLimit = 100;

    private const string ToPerson = "n.person_id = @personId";
    private const string ToUnit = "n.unit_id = @UnitId and n.permission in @held";
    private const string Columns = "n.id, n.sent_at, n.title, n.text, n.link, n.module_id, r.read_at";
    private const string Notices = "from toolkit_notice n left join toolkit_notice_read r on r.notice_id = n.id and r.person_id = @personId";

    /// <summary>Newest first.</summary>
    /// <param name="unreadOnly">Leaves out what the person has read.</param>
    /// <param name="before">Id of the last one of the page before; null begins with the newest.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<IReadOnlyList<NoticeRow>> ListAsync(bool unreadOnly, long? before, int take, CancellationToken cancellationToken)
    {
        if (context.Person is null)
            return [];
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<NoticeRow>(new CommandDefinition(
            $"""
            select {Columns}
            from ({Ids(unreadOnly, before)}) mine
            join toolkit_notice n on n.id = mine.id
            left join toolkit_notice_read r on r.notice_id = n.id and r.person_id = @personId
            order by n.id desc
            limit @take
            """,
            Parameters(before, take),
            cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>One of the messages the person may see; null otherwise.</summary>
    public async Task<NoticeRow?> FindAsync(long id, CancellationToken cancellationToken)
    {
        if (context.Person is null)
            return null;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<NoticeRow>(new CommandDefinition(
            $"""
            select {Columns}
            {Notices}
            where n.id = @id
              and n.sent_at >= @since
              and (({ToPerson}) or ({ToUnit}))
            """,
            Parameters(null, 1, id),
            cancellationToken: cancellationToken));
    }

    /// <summary>How many are unread, at most <see cref="CountLimit"/>.</summary>
    public async Task<int> CountUnreadAsync(CancellationToken cancellationToken)
    {
        if (context.Person is null)
            return 0;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            $"""
            select count(*)
            from (select id from ({Ids(unreadOnly: true, before: null)}) mine limit @take) unread
            """,
            Parameters(null, CountLimit),
            cancellationToken: cancellationToken));
    }

    // Each half goes down an index of its own; one condition with "or" would look through everybody's messages.
    private static string Ids(bool unreadOnly, long? before) => $"{Ids(ToPerson, unreadOnly, before)} union all {Ids(ToUnit, unreadOnly, before)}";

    private static string Ids(string addressee, bool unreadOnly, long? before) =>
        $"""
        select id from (
            select n.id
            {Notices}
            where {addressee}
              and n.sent_at >= @since
              {(unreadOnly ? "and r.notice_id is null" : "")}
              {(before is null ? "" : "and n.id < @before")}
            order by n.id desc
            limit @take) half
        """;

    private object Parameters(long? before, int take, long? id = null) => new
    {
        personId = context.Person!.Id,
        context.UnitId,
        held = permissions.All.Select(permission => permission.Name).Where(context.Has).Concat(audiences.SelectMany(audience => audience.Names)).Prepend("").ToArray(),
        since = clock.GetUtcNow().UtcDateTime.AddDays(-KeptDays),
        before,
        take,
        id,
    };
}
