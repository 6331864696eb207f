using Portal.Data;

namespace Portal.Toolkit.Imports;

/// <summary>Stores the rows of an import part by part, each with the counts that its pages ask for.</summary>
internal static class ImportPartWriter
{
    public static Task InsertAsync(WriteTransaction transaction, long importId, int part, StoredRow[] rows, ISecretText secrets) => transaction.ExecuteAsync(
        """
        insert into toolkit_import_part
            (import_id, part, first_row, last_row, additions, changes, unchanged, rejected, cleaned, warned, applied, content)
        values
            (@importId, @part, @First, @Last, @Additions, @Changes, @Unchanged, @Rejected, @Cleaned, @Warned, @isApplied, @content)
        """,
        Parameters(importId, part, rows, isApplied: !rows.Any(row => row.IsGood), secrets));

    /// <summary>Marks a part whose rows all went as planned.</summary>
    public static Task MarkAsync(WriteTransaction transaction, long importId, int part) =>
        transaction.ExecuteAsync("update toolkit_import_part set applied = 1 where import_id = @importId and part = @part", new { importId, part });

    /// <summary>Writes what became of the rows of a part.</summary>
    public static Task UpdateAsync(WriteTransaction transaction, long importId, int part, StoredRow[] rows, ISecretText secrets) => transaction.ExecuteAsync(
        """
        update toolkit_import_part
        set additions = @Additions, changes = @Changes, unchanged = @Unchanged, rejected = @Rejected, applied = 1, content = @content
        where import_id = @importId
          and part = @part
        """,
        Parameters(importId, part, rows, isApplied: true, secrets));

    /// <summary>Writes into the import how many of its rows stand at each outcome.</summary>
    public static Task CountAsync(WriteTransaction transaction, long importId) => transaction.ExecuteAsync(
        """
        update toolkit_import
        set additions = (select coalesce(sum(p.additions), 0) from toolkit_import_part p where p.import_id = @importId),
            changes = (select coalesce(sum(p.changes), 0) from toolkit_import_part p where p.import_id = @importId),
            unchanged = (select coalesce(sum(p.unchanged), 0) from toolkit_import_part p where p.import_id = @importId),
            rejected = (select coalesce(sum(p.rejected), 0) from toolkit_import_part p where p.import_id = @importId),
            cleaned = (select coalesce(sum(p.cleaned), 0) from toolkit_import_part p where p.import_id = @importId),
            warned = (select coalesce(sum(p.warned), 0) from toolkit_import_part p where p.import_id = @importId)
        where id = @importId
        """,
        new { importId });

    private static object Parameters(long importId, int part, StoredRow[] rows, bool isApplied, ISecretText secrets) => new
    {
        importId,
        part,
        isApplied,
        First = rows[0].RowNumber,
        Last = rows[^1].RowNumber,
        Additions = rows.Count(row => row.Outcome == ImportOutcome.Addition),
        Changes = rows.Count(row => row.Outcome == ImportOutcome.Change),
        Unchanged = rows.Count(row => row.Outcome == ImportOutcome.Unchanged),
        Rejected = rows.Count(row => row.Outcome == ImportOutcome.Rejected),
        Cleaned = rows.Count(row => row.IsCleaned),
        Warned = rows.Count(row => row.Warning is not null),
        content = ImportPart.Encode(rows, secrets),
    };
}
