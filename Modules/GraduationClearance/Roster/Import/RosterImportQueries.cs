namespace Portal.GraduationClearance.Roster.Import;

/// <summary>Imports of rosters and their rows.</summary>
public sealed class RosterImportQueries(DbDataSource source)
{
    public const int PageSize = 50;

    private const string Select =
        """
        select i.id, i.scheme_id, c.name as scheme_name, i.clean, i.file_name, i.sheet_name, i.headers, i.note, i.state, i.message, i.total, i.additions, i.changes,
               i.unchanged, i.rejected, i.warned, i.skipped_hidden, i.blank, i.job_id, i.person_id, i.person_name, i.at, i.applied_at, i.version
        from graduationclearance_roster_import i
        join graduationclearance_scheme c on c.id = i.scheme_id
        """;

    public async Task<RosterImport?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<RosterImport>(new CommandDefinition($"{Select} where i.id = @id", new { id }, cancellationToken: cancellationToken));
    }

    public async Task<IReadOnlyList<RosterImport>> ListAsync(long schemeId, int take, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<RosterImport>(new CommandDefinition(
            $"{Select} where i.scheme_id = @schemeId order by i.id desc limit @take", new { schemeId, take }, cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>Rows with one of the outcomes after a row, in the order of the file.</summary>
    public async Task<IReadOnlyList<RosterImportRow>> ListRowsAsync(
        long importId, IReadOnlyCollection<RosterOutcome> outcomes, int afterRow, int take, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<RosterImportRow>(new CommandDefinition(
            """
            select row_no, student_id, student_version, student_no, name, secret, outcome, field, message, warning
            from graduationclearance_roster_import_row
            where import_id = @importId and outcome in @outcomes and row_no > @afterRow
            order by row_no
            limit @take
            """,
            new { importId, outcomes = outcomes.Select(outcome => (int)outcome), afterRow, take },
            cancellationToken: cancellationToken))).AsList();
    }

    /// <summary>The same backwards: the rows before a row, in the order of the file.</summary>
    public async Task<IReadOnlyList<RosterImportRow>> ListRowsBeforeAsync(
        long importId, IReadOnlyCollection<RosterOutcome> outcomes, int beforeRow, int take, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<RosterImportRow>(new CommandDefinition(
            """
            select row_no, student_id, student_version, student_no, name, secret, outcome, field, message, warning
            from graduationclearance_roster_import_row
            where import_id = @importId and outcome in @outcomes and row_no < @beforeRow
            order by row_no desc
            limit @take
            """,
            new { importId, outcomes = outcomes.Select(outcome => (int)outcome), beforeRow, take },
            cancellationToken: cancellationToken))).Reverse().ToArray();
    }
}
