using System.Globalization;
using System.Text.Json;
using Portal.GraduationClearance.Imports;
using Portal.Jobs;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Roster.Import;

/// <summary>预检 of a roster file: reads it, compares it with the roster, stores what each row would do; the file itself is deleted then.</summary>
internal sealed class RosterCheckJob(
    DbDataSource source, IWriteTransactions transactions, RosterImportQueries imports, RosterCommands commands, ISecretText secrets, IUnitTree tree, IUnitContext context)
    : IJob<RosterImportArgs>
{
    private const int ChunkSize = 1000;

    private static readonly string[] Columns =
        ["import_id", "row_no", "student_id", "student_version", "student_no", "name", "secret", "outcome", "field", "message", "warning"];

    public async Task RunAsync(RosterImportArgs args, IJobProgress progress, CancellationToken cancellationToken)
    {
        if (await imports.FindAsync(args.ImportId, cancellationToken) is not { State: RosterImportState.Checking } import)
            return;
        try
        {
            var plan = new RosterPlan(tree, context);
            await using var content = await ImportFile.LoadAsync(source, import.Id, secrets, cancellationToken);
            var file = plan.Read(content, import.FileName, new ImportOptions { Clean = import.Clean }, cancellationToken);
            var matcher = new RosterMatcher(import.SchemeId, await ListRosterAsync(import.SchemeId, cancellationToken), plan.ColumnsOf(file.Headers), commands, secrets, tree);
            await StoreAsync(import, plan, file, matcher, progress, cancellationToken);
        }
        catch (SpreadsheetException exception)
        {
            await RefuseAsync(import.Id, exception.Hint is null ? exception.Message : $"{exception.Message}。{exception.Hint}。", cancellationToken);
        }
    }

    private async Task StoreAsync(
        RosterImport import, RosterPlan plan, ImportResult<RosterLine> file, RosterMatcher matcher, IJobProgress progress, CancellationToken cancellationToken)
    {
        var done = int.Parse(progress.Checkpoint ?? "0", CultureInfo.InvariantCulture);
        foreach (var chunk in file.Rows.Skip(done).Chunk(ChunkSize))
        {
            var rows = chunk.Select(row => matcher.Check(row, file.Raw(row, plan.StudentNo), file.Raw(row, plan.StudentName))).ToArray();
            var from = done;
            await transactions.RunAsync(0, async transaction =>
            {
                transaction.WithoutAudit("A preview changes nothing; the upload was audited.");
                await transaction.InsertAsync("graduationclearance_roster_import_row", Columns, rows.Select(row => new object?[]
                {
                    import.Id, row.RowNo, row.StudentId, row.StudentVersion, row.StudentNo, row.Name, row.Secret, row.Outcome, row.Field, row.Message, row.Warning,
                }));
                await progress.SaveAsync(transaction, (from + rows.Length).ToString(CultureInfo.InvariantCulture), from + rows.Length, file.Rows.Count);
            }, cancellationToken);
            done += chunk.Length;
        }

        await transactions.RunAsync(0, async transaction =>
        {
            transaction.WithoutAudit("A preview changes nothing; the upload was audited.");
            await transaction.ExecuteAsync(
                """
                update graduationclearance_roster_import
                set state = @state, sheet_name = @sheet, headers = @headers, note = @note, total = @total, skipped_hidden = @hidden, blank = @blank, version = version + 1
                where id = @Id
                """,
                new
                {
                    import.Id,
                    state = (int)RosterImportState.Checked,
                    sheet = Cut(file.SheetName, 100),
                    headers = JsonSerializer.Serialize(file.Headers),
                    note = Cut(string.Join('；', Notes(file)), 500),
                    total = file.Rows.Count,
                    hidden = file.HiddenRows,
                    blank = file.BlankRows,
                });
            await RosterCounts.SaveAsync(transaction, import.Id);
            await ImportFile.DeleteAsync(transaction, import.Id);
        }, cancellationToken);
    }

    private Task RefuseAsync(long importId, string message, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        transaction.WithoutAudit("The file was refused and nothing changed; the upload was audited.");
        await transaction.ExecuteAsync(
            "update graduationclearance_roster_import set state = @state, message = @message, version = version + 1 where id = @importId",
            new { importId, state = (int)RosterImportState.Refused, message = Cut(message, 500) });
        await ImportFile.DeleteAsync(transaction, importId);
    }, cancellationToken);

    private async Task<IReadOnlyList<RosterRow>> ListRosterAsync(long schemeId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<RosterRow>(new CommandDefinition(
            $"select {RosterRows.ComparedColumns} from graduationclearance_student where scheme_id = @schemeId", new { schemeId }, cancellationToken: cancellationToken))).AsList();
    }

    private static IEnumerable<string> Notes(ImportResult<RosterLine> file) =>
        file.IgnoredHeaders.Count == 0 ? file.Notes : file.Notes.Append($"未导入的列：{string.Join("、", file.IgnoredHeaders)}");

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;
}
