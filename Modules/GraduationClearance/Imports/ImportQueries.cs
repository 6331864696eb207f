using Portal.GraduationClearance.Access;

namespace Portal.GraduationClearance.Imports;

/// <summary>Imports and their rows. Who imported sees them, and who configures the leaving system for the whole school; for anybody else they do not exist.</summary>
public sealed class ImportQueries(DbDataSource source, IUnitContext context, IUnitTree tree)
{
    public const int PageSize = 50;

    private const string Select =
        """
        select i.id, i.scheme_id, c.name as scheme_name, i.step_id, s.name as step_name, i.match_by, i.clean, i.file_name, i.bytes, i.sheet_name, i.headers, i.note,
               i.state, i.message, i.total, i.importable, i.imported, i.unchanged, i.rejected, i.skipped_hidden, i.blank, i.cleaned, i.job_id, i.person_id,
               i.person_name, i.at, i.applied_at, i.version
        from graduationclearance_import i
        join graduationclearance_step s on s.id = i.step_id
        join graduationclearance_scheme c on c.id = i.scheme_id
        """;

    private bool SeesAll => context.Has(Permissions.Configure) && WholeSchool.IsAt(tree, context.UnitId);

    public async Task<ImportBatch?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<ImportBatch>(new CommandDefinition($"{Select} where i.id = @id", new { id }, cancellationToken: cancellationToken));
    }

    /// <summary>The import if the current person may look at it.</summary>
    public async Task<ImportBatch?> FindVisibleAsync(long id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } import && (import.PersonId == context.Person?.Id || SeesAll) ? import : null;

    /// <summary>导入记录, the newest first: one's own, for administrators all.</summary>
    public async Task<IReadOnlyList<ImportBatch>> ListAsync(long? schemeId, long? beforeId, int take, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<ImportBatch>(new CommandDefinition(
            $"""
            {Select}
            where {(SeesAll ? "1 = 1" : "i.person_id = @personId")}
              {(schemeId is null ? "" : "and i.scheme_id = @schemeId")}
              {(beforeId is null ? "" : "and i.id < @beforeId")}
            order by i.id desc
            limit @take
            """,
            new { personId = context.Person?.Id, schemeId, beforeId, take },
            cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>A page of rows with one outcome, or of cleaned rows: those after a row, or the ones right before it, in the order of the file.</summary>
    internal async Task<IReadOnlyList<StoredRow>> ListRowsAsync(long importId, RowOutcome? outcome, int afterRow, int? beforeRow, int take, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<StoredRow>(new CommandDefinition(
            $"""
            select r.row_no, r.raw_secret, r.name, r.result, r.remark, r.outcome, r.code, r.field, r.message, r.cleaned, s.student_no, s.name as student_name
            from graduationclearance_import_row r
            left join graduationclearance_student s on s.id = r.student_id
            where r.import_id = @importId
              and {(outcome is null ? "r.cleaned = 1" : "r.outcome = @outcome")}
              and {(beforeRow is null ? "r.row_no > @afterRow" : "r.row_no < @beforeRow")}
            order by r.row_no {(beforeRow is null ? "" : "desc")}
            limit @take
            """,
            new { importId, outcome = (int?)outcome, afterRow, beforeRow, take },
            cancellationToken: cancellationToken))).OrderBy(row => row.RowNo).ToArray();
    }

    /// <summary>How many rows a running import has behind it.</summary>
    public async Task<int> CountImportedAsync(long importId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "select count(*) from graduationclearance_import_row where import_id = @importId and outcome = @imported",
            new { importId, imported = (int)RowOutcome.Imported },
            cancellationToken: cancellationToken));
    }
}
