using Portal.Audit;
using Portal.Data;
using Portal.Jobs;

namespace Portal.Toolkit.Imports;

/// <summary>
/// 导入: applies the checked rows part by part. A part and what became of its rows commit together, so whoever takes the job over does each row
/// exactly once.
/// </summary>
internal sealed class ImportApplyJob(
    IWriteTransactions transactions, ImportQueries queries, ImportRowQueries parts, IEnumerable<ImportDefinition> imports, ISecretText secrets, IAuditLog audit, TimeProvider clock)
    : IJob<ImportJobArgs>
{
    public async Task RunAsync(ImportJobArgs args, IJobProgress progress, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(args.ImportId, cancellationToken) is not { State: ImportState.Applying } batch)
            return;
        var import = imports.Find(batch.Kind);
        var refusal = "";
        try
        {
            var target = await import.OpenBatchAsync(batch.Argument, cancellationToken);
            var done = await queries.CountAppliedAsync(batch.Id, cancellationToken);
            while (await parts.FindWaitingAsync(import, batch.Id, cancellationToken) is var (part, rows))
            {
                var good = rows.Count(row => row.IsGood);
                var from = done;
                await transactions.RunAsync((good * target.IdsPerRow) + 2, async transaction =>
                {
                    var deviant = await import.ApplyRowsAsync(transaction, batch, rows);
                    await (deviant.Count == 0
                        ? ImportPartWriter.MarkAsync(transaction, batch.Id, part)
                        : ImportPartWriter.UpdateAsync(transaction, batch.Id, part, After(rows, deviant), secrets));
                    await progress.SaveAsync(transaction, null, from + good, batch.Good);
                }, cancellationToken);
                done += good;
            }
        }
        catch (RefusedException exception)
        {
            refusal = exception.Message;
        }

        await FinishAsync(import, batch, refusal, progress, cancellationToken);
    }

    private static StoredRow[] After(StoredRow[] rows, IReadOnlyList<DeviantRow> deviant)
    {
        var after = (StoredRow[])rows.Clone();
        var places = Enumerable.Range(0, rows.Length).ToDictionary(place => rows[place].RowNumber);
        foreach (var row in deviant)
            after[places[row.RowNumber]] = after[places[row.RowNumber]] with { Outcome = row.Outcome, Message = row.Message.Length > 0 ? row.Message : null };
        return after;
    }

    // Refused before the first row: the preview stays and can be imported once the reason is gone. Refused in between: what is done stays done.
    private async Task FinishAsync(ImportDefinition import, ImportBatch batch, string refusal, IJobProgress progress, CancellationToken cancellationToken)
    {
        var applied = await queries.CountAppliedAsync(batch.Id, cancellationToken);
        var isBack = refusal.Length > 0 && applied == 0;
        if (refusal.Length > 0 && !isBack)
            await RejectRestAsync(import, batch, refusal, cancellationToken);
        await transactions.RunAsync(0, async transaction =>
        {
            // Only who still holds the job ends it.
            await progress.SaveAsync(transaction, null, applied, batch.Good);
            await transaction.ExecuteAsync(
                """
                update toolkit_import
                set state = @state, message = @refusal, applied_at = @now, version = version + 1
                where id = @Id
                """,
                new { batch.Id, state = (int)(isBack ? ImportState.Checked : ImportState.Applied), refusal = ImportBatch.Cut(refusal, ImportBatch.MaxMessage), now = isBack ? null : (DateTime?)clock.GetUtcNow().UtcDateTime });
            await ImportPartWriter.CountAsync(transaction, batch.Id);
            await audit.WriteAsync(transaction, new AuditEntry
            {
                Module = import.Module,
                Action = isBack ? $"导入{import.Title}被拒绝" : $"导入{import.Title}完成",
                Subject = $"import:{batch.Id}",
                After = new { 对象 = batch.Subject, 导入 = applied, 原因 = refusal },
            });
        }, cancellationToken);
    }

    private async Task RejectRestAsync(ImportDefinition import, ImportBatch batch, string refusal, CancellationToken cancellationToken)
    {
        while (await parts.FindWaitingAsync(import, batch.Id, cancellationToken) is var (part, rows))
        {
            var rest = rows.Where(row => row.IsGood).Select(row => new DeviantRow(row.RowNumber, ImportOutcome.Rejected, refusal)).ToArray();
            await transactions.RunAsync(0, async transaction =>
            {
                transaction.WithoutAudit("Nothing of these rows was imported; the end of the import is audited.");
                await ImportPartWriter.UpdateAsync(transaction, batch.Id, part, After(rows, rest), secrets);
            }, cancellationToken);
        }
    }
}
