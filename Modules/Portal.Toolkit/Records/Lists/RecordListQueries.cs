using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Dapper;
using Portal.Data;
using Portal.Toolkit.Records.Access;
using Portal.Toolkit.Records.Storage;
using Portal.Units;

namespace Portal.Toolkit.Records.Lists;

/// <summary>Records of a type as lists show them: those that the current post may read, newest first.</summary>
public sealed class RecordListQueries(DbDataSource source, RecordAccess access, IUnitContext context, ISecretText secrets)
{
    private const int ExportChunk = 500;

    private const string Columns = "r.id, r.no, r.title, r.unit_id, r.owner_name, r.kind, r.state, r.year, r.step_label, r.change_id";

    /// <summary>A page: the records older than <paramref name="after"/>, or the newer ones right before <paramref name="before"/>.</summary>
    public async Task<KeysetPage<RecordListRow>> ListAsync(RecordType type, RecordFilter filter, long? after, long? before, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var columns = Columns + (type.Period.Start is null ? "" : ", r.start_on, r.end_on") + (type.IsSensitive ? ", r.facet, r.owner_id, r.person_id" : "")
            + (type.Fields.Any(field => field.InList) ? ", r.data" : ", '{}' as data");
        var found = (after ?? before) is null && RecordIds.NumberOf(type, filter) is { } number
            ? await FindAsync(connection, type, columns, number, cancellationToken)
            : await ReadAsync(connection, type, columns, filter, after, before, KeysetPage.Take, cancellationToken);
        var page = KeysetPage.Of(found, after is not null, after is null && before is not null);
        var rows = await ShowAsync(connection, type, page.Rows, text => JsonNode.Parse(text)!.AsObject(), cancellationToken);
        return new(rows, page.HasPrevious, page.HasNext);
    }

    /// <summary>All records of the filter in the order of the list with all their values, a few hundred in memory at a time.</summary>
    public async IAsyncEnumerable<RecordListRow> StreamAsync(RecordType type, RecordFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var columns = $"{string.Join(", ", RecordStore.Columns.Split(',').Select(column => $"r.{column.Trim()}"))}, r.data";
        for (long? after = null; ;)
        {
            var found = await ReadAsync(connection, type, columns, filter, after, null, ExportChunk, cancellationToken);
            foreach (var row in await ShowAsync(connection, type, found, text => RecordJson.Read(type, text, secrets), cancellationToken))
                yield return row;
            if (found.Count < ExportChunk)
                yield break;
            after = found[^1].Row.Id;
        }
    }

    // A whole number names one record: its unique index finds it, and then it is asked whether the post may read it.
    private async Task<List<(RecordRow Row, string Data)>> FindAsync(DbConnection connection, RecordType type, string columns, string number, CancellationToken cancellationToken)
    {
        var reach = access.ReachOf(type);
        var readsAll = reach.AllFacets is null;
        var found = !reach.IsAny ? [] : (await connection.QueryAsync<RecordRow, string, (RecordRow Row, string)>(
            new CommandDefinition(
                $"select {(readsAll || type.IsSensitive ? "" : "r.facet, r.owner_id, r.person_id, ")}{columns} from toolkit_record r where r.type = @Key and r.no = @number",
                new { type.Key, number },
                cancellationToken: cancellationToken),
            (row, data) => (row, data),
            splitOn: "data")).AsList();
        return found is [var (row, _)] && !readsAll && !await MayReadAsync(connection, type, row, cancellationToken) ? [] : found;
    }

    private async Task<bool> MayReadAsync(DbConnection connection, RecordType type, RecordRow row, CancellationToken cancellationToken) =>
        access.RightsOn(type, new(row, [], []), await RecordUnitQueries.ListAsync(ReadSession.Of(connection, cancellationToken), row.Id)).MayRead;

    private async Task<List<(RecordRow Row, string Data)>> ReadAsync(
        DbConnection connection, RecordType type, string columns, RecordFilter filter, long? after, long? before, int take, CancellationToken cancellationToken)
    {
        var reach = access.ReachOf(type);
        if (!reach.IsAny)
            return [];
        var ids = new RecordIds(type, reach, filter, context.Person?.Id ?? 0, after, before, take);
        return (await connection.QueryAsync<RecordRow, string, (RecordRow, string)>(
            new CommandDefinition(
                $"""
                select {columns}
                from (
                {ids.Sql}
                ) picked
                join toolkit_record r on r.id = picked.id
                order by r.id {(before is not null && after is null ? "" : "desc")}
                limit @take
                """,
                ids.Parameters,
                cancellationToken: cancellationToken),
            (row, data) => (row, data),
            splitOn: "data")).AsList();
    }

    private async Task<IReadOnlyList<RecordListRow>> ShowAsync(
        DbConnection connection, RecordType type, IReadOnlyList<(RecordRow Row, string Data)> rows, Func<string, JsonObject> read, CancellationToken cancellationToken)
    {
        if (!type.IsSensitive || rows.Count == 0)
            return [.. rows.Select(row => new RecordListRow(row.Row, new(read(row.Data)), SeesEverything: true))];
        var units = await RecordUnitQueries.ListAsync(ReadSession.Of(connection, cancellationToken), [.. rows.Select(row => row.Row.Id)]);
        return
        [
            .. rows.Select(row => new RecordView(row.Row, read(row.Data), []))
                .Select(view => new RecordListRow(view.Row, view, access.RightsOn(type, view, [.. units[view.Id]]).SeesEverything)),
        ];
    }
}
