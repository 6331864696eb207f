using Portal.Data;
using Portal.Units;

namespace Portal.Toolkit.Notices;

/// <summary>Marks messages as read, for the current person only.</summary>
public sealed class NoticeCommands(NoticeQueries queries, IWriteTransactions transactions, IUnitContext context, TimeProvider clock)
{
    private const string NoAudit = "What somebody has read changes nothing for others.";

    /// <summary>Marks these as read, of those the person may see.</summary>
    public async Task<int> MarkReadAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var mine = new List<long>();
        foreach (var id in ids)
        {
            if (await queries.FindAsync(id, cancellationToken) is { ReadAt: null })
                mine.Add(id);
        }

        return await MarkAsync([.. mine], cancellationToken);
    }

    /// <summary>Marks everything up to this one as read, so that what arrives meanwhile stays unread.</summary>
    public async Task<int> MarkAllReadAsync(long upToId, CancellationToken cancellationToken)
    {
        var marked = 0;
        for (long? before = upToId + 1; before is not null;)
        {
            var unread = await queries.ListAsync(unreadOnly: true, before, NoticeQueries.CountLimit, cancellationToken);
            marked += await MarkAsync([.. unread.Select(notice => notice.Id)], cancellationToken);
            before = unread.Count == NoticeQueries.CountLimit ? unread[^1].Id : null;
        }

        return marked;
    }

    private async Task<int> MarkAsync(long[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
            return 0;
        var (personId, now) = (context.Person!.Id, clock.GetUtcNow().UtcDateTime);
        await transactions.RunAsync(
            0,
            async transaction =>
            {
                transaction.WithoutAudit(NoAudit);
                await transaction.ExecuteAsync("delete from toolkit_notice_read where person_id = @personId and notice_id in @ids", new { personId, ids });
                await transaction.InsertAsync("toolkit_notice_read", ["person_id", "notice_id", "read_at"], ids.Select(id => new object?[] { personId, id, now }));
            },
            cancellationToken);
        return ids.Length;
    }
}
