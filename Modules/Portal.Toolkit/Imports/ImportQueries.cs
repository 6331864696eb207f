using System.Data.Common;
using Dapper;

namespace Portal.Toolkit.Imports;

/// <summary>Finds imports. Who may see one is for the module to say.</summary>
public sealed class ImportQueries(DbDataSource source)
{
    private const string Select =
        """
        select id, kind, topic, subject, argument, clean, file_name, bytes, sheet_name, headers, note, state, message, total, additions, changes, unchanged,
               rejected, cleaned, warned, hidden, blank, job_id, person_id, person_name, post_id, unit_id, at, applied_at, version
        from toolkit_import
        """;

    /// <summary>An import of this kind; null when there is none with this id.</summary>
    public async Task<ImportBatch?> FindAsync(ImportDefinition import, long id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } batch && batch.Kind == import.Id ? batch : null;

    /// <summary>导入记录 of a kind, the newest first.</summary>
    /// <param name="import">The kind.</param>
    /// <param name="topic">Only of this <see cref="ImportTarget.Topic"/>; null for all.</param>
    /// <param name="personId">Only of this person; null for everybody's.</param>
    /// <param name="beforeId">Only older ones than this; null for the first page.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<IReadOnlyList<ImportBatch>> ListAsync(
        ImportDefinition import, string? topic, long? personId, long? beforeId, int take, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<ImportBatch>(new CommandDefinition(
            $"""
            {Select}
            where kind = @Id
              {(topic is null ? "" : "and topic = @topic")}
              {(personId is null ? "" : "and person_id = @personId")}
              {(beforeId is null ? "" : "and id < @beforeId")}
            order by id desc
            limit @take
            """,
            new { import.Id, topic, personId, beforeId, take },
            cancellationToken: cancellationToken))).AsList();
    }

    internal async Task<ImportBatch?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<ImportBatch>(new CommandDefinition($"{Select} where id = @id", new { id }, cancellationToken: cancellationToken));
    }

    /// <summary>How many rows a running import has behind it.</summary>
    internal async Task<int> CountAppliedAsync(long importId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            """
            select coalesce(sum(additions + changes), 0)
            from toolkit_import_part
            where import_id = @importId
              and applied = 1
            """,
            new { importId },
            cancellationToken: cancellationToken));
    }
}
