using Portal.InternationalExchange.Trips;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Pages.Documents;

/// <summary>The documents of a custody desk.</summary>
internal sealed class DocumentDeskQueries(DbDataSource source, RecordSightQueries sights, RecordCatalog catalog, RecordAccess access, LocalTime local, TimeProvider clock)
{
    private const string Late = "d.due_at <= @now";
    private const string Expiring = "r.end_on <= @expiring and r.state <> 'cancelled'";

    /// <summary>Whether the current post keeps the documents of the desk: the matrix gives it K.</summary>
    internal bool MayKeep(DocumentDesk desk) => catalog.Find(TravelDocumentType.TypeKey) is { } type
        && access.RolesIn(catalog.BookOf(type)).Any(role => type.Grants.Any(grant => grant.Act == Act.Custody && grant.UnitRole == role.Key && grant.Facet == desk.Facet));

    internal async Task<KeysetPage<DocumentRow>> ListAsync(DocumentDesk desk, DocumentFilter filter, long? after, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var ids = (await connection.QueryAsync<long>(new CommandDefinition(
            $"""
            select r.id
            from toolkit_record r
            left join toolkit_record_due d on d.record_id = r.id and d.due_key in @dues and d.is_open = 1
            where r.type = @type
              and r.facet = @facet
              and (@after is null or r.id < @after)
              and {ConditionOf(filter.Show)}
              and (@text = '' or r.no = @text or instr(r.title, @text) > 0)
            order by r.id desc
            limit @take
            """,
            Parameters(desk, new { after, text = filter.Text?.Trim() ?? "", show = filter.Show, take = KeysetPage.Take }),
            cancellationToken: cancellationToken))).AsList();
        return KeysetPage.Of(await RowsAsync(desk, ids, cancellationToken), forwards: after is not null, backwards: false);
    }

    /// <summary>These documents of the desk; others are left out.</summary>
    internal async Task<IReadOnlyList<DocumentRow>> FindAsync(DocumentDesk desk, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(desk, ids, cancellationToken)).Where(row => row.Document.Row.Facet == desk.Facet)];

    /// <summary>The document with this number, by its keyed hash; null when the desk has none.</summary>
    internal async Task<RecordView?> FindByNumberAsync(DocumentDesk desk, string number, CancellationToken cancellationToken)
    {
        var found = await sights.ReadAsync(ExchangeBook.Id, sight => sight.OfKeyAsync(TravelDocumentType.TypeKey, DocumentFields.Number, number), cancellationToken);
        return found?.Row.Facet == desk.Facet ? found : null;
    }

    internal async Task<DocumentCounts> CountAsync(DocumentDesk desk, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstAsync<DocumentCounts>(new CommandDefinition(
            $"""
            select coalesce(sum(case when r.state = 'expected' then 1 else 0 end), 0) as expected,
                coalesce(sum(case when r.state = 'in-custody' then 1 else 0 end), 0) as in_custody,
                coalesce(sum(case when r.state = 'out' then 1 else 0 end), 0) as lent,
                coalesce(sum(case when {Late} then 1 else 0 end), 0) as overdue,
                coalesce(sum(case when {Expiring} then 1 else 0 end), 0) as expiring
            from toolkit_record r
            left join toolkit_record_due d on d.record_id = r.id and d.due_key in @dues and d.is_open = 1
            where r.type = @type
              and r.facet = @facet
            """,
            Parameters(desk, null),
            cancellationToken: cancellationToken));
    }

    private DynamicParameters Parameters(DocumentDesk desk, object? others)
    {
        var parameters = new DynamicParameters(others);
        parameters.AddDynamicParams(new
        {
            type = TravelDocumentType.TypeKey,
            facet = desk.Facet,
            dues = new[] { TravelDocumentType.HandInDue, desk.DueKey },
            now = clock.GetUtcNow().UtcDateTime,
            expiring = local.Today.AddDays(DocumentFilter.DaysOfExpiring),
        });
        return parameters;
    }

    private static string ConditionOf(string? show) => show switch
    {
        null or "" => "r.state <> 'cancelled'",
        DocumentFilter.Overdue => Late,
        DocumentFilter.Expiring => Expiring,
        _ => "r.state = @show",
    };

    private async Task<IReadOnlyList<DocumentRow>> RowsAsync(DocumentDesk desk, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var type = catalog.Get(TravelDocumentType.TypeKey);
        return await sights.ReadAsync(
            ExchangeBook.Id,
            async sight => (IReadOnlyList<DocumentRow>)
            [
                .. (await sight.ListAsync(ids)).Where(document => document.Row.Type == type.Key).OrderByDescending(document => document.Id).Select(document => new DocumentRow
                {
                    Document = document,
                    State = type.StateOf(document.State),
                    DueOn = type.Dues.Where(due => due.Key == TravelDocumentType.HandInDue || due.Key == desk.DueKey).Where(due => !due.Done(document))
                        .Select(due => due.At(document, sight.Settings)).Min() is { } due ? DateOnly.FromDateTime(due) : null,
                    Today = sight.Today,
                }),
            ],
            cancellationToken);
    }
}
