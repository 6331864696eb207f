using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Portal.Data;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Imports;

/// <summary>Reads the rows of an import out of their parts; a part without a row that is asked for is not read.</summary>
public sealed class ImportRowQueries(DbDataSource source, ISecretText secrets)
{
    /// <summary>A page of rows: those after a row, or the ones right before it.</summary>
    internal async Task<KeysetPage<StoredRow>> ListAsync(long importId, ImportRowList list, int after, int? before, CancellationToken cancellationToken)
    {
        var rows = new List<StoredRow>();
        await foreach (var part in PartsAsync(importId, list, after, before, cancellationToken))
        {
            var found = part.Where(row => Matches(row, list) && (before is null ? row.RowNumber > after : row.RowNumber < before));
            rows.AddRange(before is null ? found : found.Reverse());
            if (rows.Count > KeysetPage.Size)
                break;
        }

        return KeysetPage.Of(rows, after > 0 && rows.Count > 0, before is not null);
    }

    /// <summary>The rejected rows as they were uploaded.</summary>
    internal async IAsyncEnumerable<RejectedRow> ListRejectedAsync(long importId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var part in PartsAsync(importId, ImportRowList.Rejected, 0, null, cancellationToken))
        {
            foreach (var row in part.Where(row => row.Outcome == ImportOutcome.Rejected))
                yield return new RejectedRow { RowNumber = row.RowNumber, Cells = [.. row.Raw.Select(Cell.Decode)], Reason = row.Message ?? "" };
        }
    }

    /// <summary>The first part that is still to be applied.</summary>
    internal async Task<(int Part, StoredRow[] Rows)?> FindWaitingAsync(ImportDefinition import, long importId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var part = await connection.QueryFirstOrDefaultAsync<ImportPart>(new CommandDefinition(
            """
            select part, content
            from toolkit_import_part
            where import_id = @importId
              and applied = 0
            order by part
            limit 1
            """,
            new { importId },
            cancellationToken: cancellationToken));
        return part is null ? null : (part.Part, part.Decode(import.RowsType, secrets));
    }

    private async IAsyncEnumerable<IReadOnlyList<StoredRow>> PartsAsync(
        long importId, ImportRowList list, int after, int? before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        for (var last = before is null ? -1 : int.MaxValue; ;)
        {
            var part = await connection.QueryFirstOrDefaultAsync<ImportPart>(new CommandDefinition(
                $"""
                select part, content
                from toolkit_import_part
                where import_id = @importId
                  and {ColumnOf(list)} > 0
                  and {(before is null ? "part > @last and last_row > @after" : "part < @last and first_row < @before")}
                order by part {(before is null ? "" : "desc")}
                limit 1
                """,
                new { importId, last, after, before },
                cancellationToken: cancellationToken));
            if (part is null)
                yield break;
            yield return part.Decode(typeof(StoredRow[]), secrets);
            last = part.Part;
        }
    }

    private static string ColumnOf(ImportRowList list) => list switch
    {
        ImportRowList.Additions => "additions",
        ImportRowList.Changes => "changes",
        ImportRowList.Unchanged => "unchanged",
        ImportRowList.Cleaned => "cleaned",
        _ => "rejected",
    };

    private static bool Matches(StoredRow row, ImportRowList list) => list switch
    {
        ImportRowList.Additions => row.Outcome == ImportOutcome.Addition,
        ImportRowList.Changes => row.Outcome == ImportOutcome.Change,
        ImportRowList.Unchanged => row.Outcome == ImportOutcome.Unchanged,
        ImportRowList.Cleaned => row.IsCleaned,
        _ => row.Outcome == ImportOutcome.Rejected,
    };
}
