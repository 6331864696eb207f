using System.Globalization;
using System.Text.Json;
using Portal.GraduationClearance.Access;
using Portal.Jobs;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Imports;

/// <summary>预检: reads the uploaded file, checks its rows and stores them; the file itself is deleted then.</summary>
internal sealed class ImportCheckJob(
    DbDataSource source, IWriteTransactions transactions, ImportQueries imports, OperatorStepQueries operatorSteps, ISecretText secrets, LocalTime time) : IJob<ImportJobArgs>
{
    private const int ChunkSize = 1000;

    public async Task RunAsync(ImportJobArgs args, IJobProgress progress, CancellationToken cancellationToken)
    {
        if (await imports.FindAsync(args.ImportId, cancellationToken) is not { State: ImportState.Checking } import)
            return;
        try
        {
            var step = await operatorSteps.FindAsync(import.SchemeId, import.StepId, cancellationToken)
                ?? throw new RefusedException("您没有该环节的办理授权，请刷新页面或联系管理员。");
            var plan = new DecisionPlan(import.MatchBy);
            var file = await ReadAsync(plan, import, cancellationToken);
            await CheckAsync(import, file, new RowMatcher(plan, file, import, step, secrets, time), progress, cancellationToken);
        }
        catch (SpreadsheetException exception)
        {
            await RefuseAsync(import.Id, exception.Hint is null ? exception.Message : $"{exception.Message}。{exception.Hint}。", cancellationToken);
        }
        catch (RefusedException exception)
        {
            await RefuseAsync(import.Id, exception.Message, cancellationToken);
        }
    }

    private async Task<ImportResult<DecisionLine>> ReadAsync(DecisionPlan plan, ImportBatch import, CancellationToken cancellationToken)
    {
        await using var content = await ImportFile.LoadAsync(source, import.Id, secrets, cancellationToken);
        var file = plan.Read(content, import.FileName, new ImportOptions { Clean = import.Clean }, cancellationToken);
        return plan.IsOtherKind(file)
            ? throw new SpreadsheetException(DecisionPlan.WrongMatch, $"请改用{ImportWords.Of(import.MatchBy == MatchBy.IdCard ? MatchBy.StudentNo : MatchBy.IdCard)}，或更换文件")
            : file;
    }

    private async Task CheckAsync(ImportBatch import, ImportResult<DecisionLine> file, RowMatcher matcher, IJobProgress progress, CancellationToken cancellationToken)
    {
        var done = int.Parse(progress.Checkpoint ?? "0", CultureInfo.InvariantCulture);
        foreach (var chunk in file.Rows.Skip(done).Chunk(ChunkSize))
        {
            await transactions.RunAsync(0, async transaction =>
            {
                await ImportRowWriter.InsertAsync(transaction, import.Id, await matcher.CheckAsync(transaction, chunk), secrets);
                await progress.SaveAsync(transaction, (done + chunk.Length).ToString(CultureInfo.InvariantCulture), done + chunk.Length, file.Rows.Count);
                transaction.WithoutAudit("A preview changes nothing; the upload was audited.");
            }, cancellationToken);
            done += chunk.Length;
        }

        await transactions.RunAsync(0, async transaction =>
        {
            var counts = await RowCounts.ReadAsync(transaction, import.Id);
            await transaction.ExecuteAsync(
                """
                update graduationclearance_import
                set state = @state, sheet_name = @sheet, headers = @headers, note = @note, total = @total, importable = @Importable,
                    unchanged = @Unchanged, rejected = @Rejected, skipped_hidden = @hidden, blank = @blank, cleaned = @Cleaned, version = version + 1
                where id = @Id
                """,
                new
                {
                    import.Id,
                    state = (int)ImportState.Checked,
                    sheet = Cut(file.SheetName, 100),
                    headers = JsonSerializer.Serialize(file.Headers),
                    note = Cut(string.Join('；', file.Notes), 500),
                    total = file.Rows.Count + file.HiddenRows,
                    counts.Importable,
                    counts.Unchanged,
                    counts.Rejected,
                    hidden = file.HiddenRows,
                    blank = file.BlankRows,
                    counts.Cleaned,
                });
            await ImportFile.DeleteAsync(transaction, import.Id);
            await progress.SaveAsync(transaction, progress.Checkpoint, file.Rows.Count, file.Rows.Count);
            transaction.WithoutAudit("A preview changes nothing; the upload was audited.");
        }, cancellationToken);
    }

    private Task RefuseAsync(long importId, string message, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        await transaction.ExecuteAsync(
            """
            update graduationclearance_import
            set state = @state, message = @message, version = version + 1
            where id = @importId
            """,
            new { importId, state = (int)ImportState.Refused, message = Cut(message, 500) });
        await ImportFile.DeleteAsync(transaction, importId);
        transaction.WithoutAudit("The file was refused and nothing changed; the upload was audited.");
    }, cancellationToken);

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;
}
