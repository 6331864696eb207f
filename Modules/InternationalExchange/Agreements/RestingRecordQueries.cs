using Portal.InternationalExchange.Outbound;
using Portal.InternationalExchange.Students;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Reading;

namespace Portal.InternationalExchange.Agreements;

/// <summary>What rests on an agreement or is done with a partner, students aside: of these only numbers are shown.</summary>
internal sealed class RestingRecordQueries(DbDataSource source, RecordLinkQueries links)
{
    private const int Most = 100;

    private static readonly string[] _students = [IntlStudentType.TypeKey, OutboundStudentType.TypeKey];

    /// <summary>Those that the post may read, newest first.</summary>
    public async Task<IReadOnlyList<RecordRow>> ListAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<RecordRow>(new CommandDefinition(
            """
            select distinct r.id, r.type, r.no, r.title, r.state
            from toolkit_record_link l
            join toolkit_record r on r.id = l.from_id
            where l.to_id = @id
              and r.type not in @_students
            order by r.id desc
            limit @Most
            """,
            new { id, Most, _students },
            cancellationToken: cancellationToken))).AsList();
        var open = await links.OpenAsync([.. rows.Select(row => row.Id)], cancellationToken);
        return [.. rows.Where(row => open.Contains(row.Id))];
    }
}
