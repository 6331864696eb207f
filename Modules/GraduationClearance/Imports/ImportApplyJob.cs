using System.Globalization;
using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Decisions;
using Portal.GraduationClearance.Model;
using Portal.Jobs;

namespace Portal.GraduationClearance.Imports;

/// <summary>
/// 数据导入: decides the importable rows, 500 to a transaction, and marks in the same transaction what became of each. A row that is still
/// importable is still to be done, so whoever takes the job over does each row exactly once. Scheme, grant, versions and prerequisites are checked again.
/// </summary>
internal sealed class ImportApplyJob(
    IWriteTransactions transactions, ImportQueries imports, OperatorStepQueries operatorSteps, DecisionCommands decisions, IAuditLog audit, TimeProvider clock) : IJob<ImportJobArgs>
{
    private const int ChunkSize = 500;

    public async Task RunAsync(ImportJobArgs args, IJobProgress progress, CancellationToken cancellationToken)
    {
        if (await imports.FindAsync(args.ImportId, cancellationToken) is not { State: ImportState.Applying } import)
            return;
        var done = int.Parse(progress.Checkpoint ?? "0", CultureInfo.InvariantCulture);
        try
        {
            while (await ApplyAsync(import, done, progress, cancellationToken) is > 0 and var rows)
                done += rows;
            await FinishAsync(import, null, progress, cancellationToken);
        }
        catch (RefusedException exception)
        {
            await FinishAsync(import, exception.Message, progress, cancellationToken);
        }
    }

    private async Task<int> ApplyAsync(ImportBatch import, int done, IJobProgress progress, CancellationToken cancellationToken)
    {
        var step = await operatorSteps.FindAsync(import.SchemeId, import.StepId, cancellationToken)
            ?? throw new RefusedException("您没有该环节的办理授权，没有导入。请联系管理员。");
        return await transactions.RunAsync(ChunkSize + 2, async transaction =>
        {
            var rows = await transaction.QueryAsync<PendingRow>(
                """
                select row_no, student_id, record_version, result, remark
                from graduationclearance_import_row
                where import_id = @Id
                  and outcome = @importable
                order by row_no
                limit @take
                """,
                new { import.Id, importable = (int)RowOutcome.Importable, take = ChunkSize });
            if (rows.Count == 0)
            {
                transaction.WithoutAudit("Nothing is left to import.");
                return 0;
            }

            var decision = new Decision
            {
                SchemeId = import.SchemeId,
                StepId = import.StepId,
                Source = DecisionSource.Import,
                BatchId = import.Id,
                Targets = [.. rows.Select(row => new DecisionTarget(row.StudentId, row.RecordVersion, row.Result, row.Remark))],
            };
            var result = await decisions.DecideAsync(transaction, decision, step);
            await MarkAsync(transaction, import.Id, rows, result);
            await progress.SaveAsync(transaction, (done + rows.Count).ToString(CultureInfo.InvariantCulture), done + rows.Count, import.Importable);
            return rows.Count;
        }, cancellationToken);
    }

    private static async Task MarkAsync(WriteTransaction transaction, long importId, IReadOnlyList<PendingRow> rows, DecisionResult result)
    {
        var rowNumbers = rows.ToDictionary(row => row.StudentId, row => row.RowNo);
        foreach (var group in result.Rows.GroupBy(row => (row.Outcome, Message: row.Outcome == DecisionOutcome.Handled ? "" : row.Message)))
        {
            var (outcome, code) = group.Key.Outcome switch
            {
                DecisionOutcome.Handled => (RowOutcome.Imported, ""),
                DecisionOutcome.Unchanged => (RowOutcome.Unchanged, ""),
                _ => (RowOutcome.Rejected, "I8"),
            };
            await transaction.ExecuteAsync(
                """
                update graduationclearance_import_row
                set outcome = @outcome, code = @code, message = @Message
                where import_id = @importId
                  and row_no in @numbers
                """,
                new { importId, outcome = (int)outcome, code, group.Key.Message, numbers = group.Select(row => rowNumbers[row.StudentId]) });
        }
    }

    // Refused before the first row: the preview stays and can be imported once the reason is gone. Refused in between: what is done stays done.
    private Task FinishAsync(ImportBatch import, string? refusal, IJobProgress progress, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        var counts = await RowCounts.ReadAsync(transaction, import.Id);

        // Only who still holds the job ends it.
        await progress.SaveAsync(transaction, progress.Checkpoint, counts.Imported, import.Importable);
        if (refusal is not null && counts.Imported == 0)
        {
            await transaction.ExecuteAsync(
                "update graduationclearance_import set state = @state, message = @refusal, version = version + 1 where id = @Id",
                new { import.Id, state = (int)ImportState.Checked, refusal });
            await AuditAsync(transaction, import, "数据导入被拒绝", counts);
            return;
        }

        if (refusal is not null)
        {
            await transaction.ExecuteAsync(
                """
                update graduationclearance_import_row
                set outcome = @rejected, code = 'C18', message = @refusal
                where import_id = @Id
                  and outcome = @importable
                """,
                new { import.Id, refusal, rejected = (int)RowOutcome.Rejected, importable = (int)RowOutcome.Importable });
            counts = await RowCounts.ReadAsync(transaction, import.Id);
        }

        await transaction.ExecuteAsync(
            """
            update graduationclearance_import
            set state = @state, message = @message, imported = @Imported, unchanged = @Unchanged, rejected = @Rejected, applied_at = @now, version = version + 1
            where id = @Id
            """,
            new
            {
                import.Id, state = (int)ImportState.Applied, message = refusal ?? "", counts.Imported, counts.Unchanged, counts.Rejected, now = clock.GetUtcNow().UtcDateTime,
            });
        await AuditAsync(transaction, import, "数据导入", counts);
    }, cancellationToken);

    private Task AuditAsync(WriteTransaction transaction, ImportBatch import, string action, RowCounts counts) => audit.WriteAsync(transaction, new AuditEntry
    {
        Module = "GraduationClearance",
        Action = action,
        Subject = $"import:{import.Id}",
        After = new { 环节 = import.StepName, 导入 = counts.Imported, 无变化 = counts.Unchanged, 错误 = counts.Rejected },
    });

    private sealed record PendingRow
    {
        public int RowNo { get; init; }

        public long StudentId { get; init; }

        public int? RecordVersion { get; init; }

        public bool Result { get; init; }

        public string Remark { get; init; } = "";
    }
}
