using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Portal.Data;
using Portal.Jobs;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Imports;

/// <summary>预检: reads the uploaded file, checks its rows and stores what each would do; the file itself is deleted then.</summary>
internal sealed class ImportCheckJob(
    DbDataSource source, IWriteTransactions transactions, ImportQueries queries, IEnumerable<ImportDefinition> imports, ISecretText secrets) : IJob<ImportJobArgs>
{
    private const string NoAudit = "A preview changes nothing; the upload was audited.";

    public async Task RunAsync(ImportJobArgs args, IJobProgress progress, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(args.ImportId, cancellationToken) is not { State: ImportState.Checking } batch)
            return;
        var import = imports.Find(batch.Kind);
        try
        {
            await import.OpenBatchAsync(batch.Argument, cancellationToken);
            await using var content = await ImportFile.LoadAsync(source, batch.Id, secrets, cancellationToken);
            var reading = import.Read(batch, content, cancellationToken);
            if (import.IsAllOrNothing && reading.PartLength(0) is var most && most < reading.Rows)
                throw new SpreadsheetException($"一次最多导入 {most} 行", "这种导入要么全部成功，要么一行也不导入，请拆成几个文件分别导入");
            await CheckAsync(batch, reading, progress, cancellationToken);
            await FinishAsync(batch, reading, cancellationToken);
        }
        catch (SpreadsheetException exception)
        {
            await RefuseAsync(batch.Id, exception.Hint is null ? exception.Message : $"{exception.Message}。{exception.Hint}。", cancellationToken);
        }
        catch (RefusedException exception)
        {
            await RefuseAsync(batch.Id, exception.Message, cancellationToken);
        }
    }

    private async Task CheckAsync(ImportBatch batch, ImportReading reading, IJobProgress progress, CancellationToken cancellationToken)
    {
        for (var done = int.Parse(progress.Checkpoint ?? "0", CultureInfo.InvariantCulture); done < reading.Rows;)
        {
            var part = done;
            var next = done + reading.PartLength(done);
            await transactions.RunAsync(0, async transaction =>
            {
                transaction.WithoutAudit(NoAudit);
                await ImportPartWriter.InsertAsync(transaction, batch.Id, part, await reading.CheckAsync(transaction, part, next - part), secrets);
                await progress.SaveAsync(transaction, next.ToString(CultureInfo.InvariantCulture), next, reading.Rows);
            }, cancellationToken);
            done = next;
        }
    }

    private Task FinishAsync(ImportBatch batch, ImportReading reading, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        transaction.WithoutAudit(NoAudit);
        await transaction.ExecuteAsync(
            """
            update toolkit_import
            set state = @state, sheet_name = @sheet, headers = @headers, note = @note, total = @total, hidden = @Hidden, blank = @Blank, version = version + 1
            where id = @Id
            """,
            new
            {
                batch.Id,
                state = (int)ImportState.Checked,
                sheet = ImportBatch.Cut(reading.SheetName, 100),
                headers = JsonSerializer.Serialize(reading.Headers),
                note = ImportBatch.Cut(reading.Note, 500),
                total = reading.Rows + reading.Hidden,
                reading.Hidden,
                reading.Blank,
            });
        await ImportPartWriter.CountAsync(transaction, batch.Id);
        await ImportFile.DeleteAsync(transaction, batch.Id);
    }, cancellationToken);

    private Task RefuseAsync(long importId, string message, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        transaction.WithoutAudit("The file was refused and nothing changed; the upload was audited.");
        await transaction.ExecuteAsync(
            """
            update toolkit_import
            set state = @state, message = @message, version = version + 1
            where id = @importId
            """,
            new { importId, state = (int)ImportState.Refused, message = ImportBatch.Cut(message, ImportBatch.MaxMessage) });
        await transaction.ExecuteAsync("delete from toolkit_import_part where import_id = @importId", new { importId });
        await ImportFile.DeleteAsync(transaction, importId);
    }, cancellationToken);
}
