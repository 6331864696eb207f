using System.Data.Common;
using Portal.Toolkit.Records.Access;
using Portal.Units;

namespace Portal.Toolkit.Records.Forms;

/// <summary>单位一把手 that the form of a new record begins with.</summary>
public sealed class RecordHeadQueries(DbDataSource source, RecordCatalog catalog, PermissionHolderQueries holders, IPostDirectory people, IUnitContext context)
{
    /// <summary>Who alone holds the head's post at the current unit, as a new head is known there first; else whom the unit's latest record names. Null when neither tells.</summary>
    public async Task<Person?> FindAsync(RecordType type, CancellationToken cancellationToken)
    {
        var book = catalog.BookOf(type);
        var id = await HolderAsync(book, cancellationToken) ?? await LatestAsync(book, cancellationToken);
        return id is { } found && await people.ListPeopleAsync([found], cancellationToken) is [var person] ? person : null;
    }

    private async Task<long?> HolderAsync(RecordBook book, CancellationToken cancellationToken)
    {
        if (book.HeadPermission is not { } permission)
            return null;
        return (await holders.ListAsync([permission], cancellationToken)).Where(post => post.UnitId == context.UnitId).Select(post => post.PersonId).Distinct().ToArray() is [var only] ? only : null;
    }

    private async Task<long?> LatestAsync(RecordBook book, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await ReadSession.Of(connection, cancellationToken).FirstOrDefaultAsync<long?>(
            """
            select head_id
            from toolkit_record
            where type in @keys
              and unit_id = @UnitId
              and head_id is not null
            order by id desc
            limit 1
            """,
            new { keys = book.Types.Select(type => type.Key), context.UnitId });
    }
}
