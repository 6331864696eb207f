using System.Globalization;
using Portal.GraduationClearance.Decisions;
using Portal.GraduationClearance.Schemes;
using Portal.Jobs;

namespace Portal.GraduationClearance.Roster.Import;

/// <summary>
/// 导入 of a checked roster: adds and changes students, 500 to a transaction, and marks in the same transaction what became of each row, so that
/// whoever takes the job over does each row once. What changed in the roster since the preview is refused row by row.
/// </summary>
internal sealed class RosterApplyJob(
    IWriteTransactions transactions, RosterImportQueries imports, StepQueries steps, RosterCommands commands, RosterFactsService facts, ISecretText secrets,
    IAuditLog audit, TimeProvider clock) : IJob<RosterImportArgs>
{
    private const int ChunkSize = 500;

    private static readonly RosterOutcome[] Waiting = [RosterOutcome.Addition, RosterOutcome.Change];

    public async Task RunAsync(RosterImportArgs args, IJobProgress progress, CancellationToken cancellationToken)
    {
        if (await imports.FindAsync(args.ImportId, cancellationToken) is not { State: RosterImportState.Applying } import)
            return;
        var total = import.Additions + import.Changes;
        var done = int.Parse(progress.Checkpoint ?? "0", CultureInfo.InvariantCulture);
        var ids = ChunkSize * (1 + (await steps.ListAsync(import.SchemeId, cancellationToken)).Count);
        var refusal = "";
        try
        {
            while (await imports.ListRowsAsync(import.Id, Waiting, 0, ChunkSize, cancellationToken) is { Count: > 0 } rows)
            {
                var from = done;
                await transactions.RunAsync(ids, async transaction =>
                {
                    await ApplyAsync(transaction, import, rows, ids);
                    await progress.SaveAsync(transaction, (from + rows.Count).ToString(CultureInfo.InvariantCulture), from + rows.Count, total);
                }, cancellationToken);
                done += rows.Count;
            }
        }
        catch (RefusedException exception)
        {
            refusal = exception.Message;
        }

        await FinishAsync(import, refusal, progress, cancellationToken);
    }

    private async Task ApplyAsync(WriteTransaction transaction, RosterImport import, IReadOnlyList<RosterImportRow> rows, int ids)
    {
        await SchemeLock.TakeForChangeAsync(transaction, import.SchemeId);
        var planned = rows.Select(row => new PlannedRow(row, PlannedFacts.Decrypt(secrets, row.Secret!))).ToArray();
        await RecordReader.LockAsync(transaction, import.SchemeId, rows.Select(row => row.StudentId).OfType<long>());
        var stored = await RosterMatch.ReadAsync(transaction, import.SchemeId, [.. planned.Select(plan => plan.Facts.ToRow(commands, import.SchemeId, null))]);

        var additions = new List<RosterRow>();
        var changes = new List<(RosterRow, RosterRow)>();
        var outcomes = new List<(int RowNo, RosterOutcome Outcome, string Message)>();
        foreach (var (row, plan) in planned)
        {
            var before = row.StudentId is { } id ? stored.Find(id) : null;
            var after = plan.ToRow(commands, import.SchemeId, before);
            if (stored.Refuse(row, after) is { } reason)
            {
                outcomes.Add((row.RowNo, RosterOutcome.Rejected, reason));
                continue;
            }

            stored.Claim(after);
            if (before is null)
                additions.Add(after with { Id = transaction.NextId() });
            else
                changes.Add((before, after));
            outcomes.Add((row.RowNo, before is null ? RosterOutcome.Added : RosterOutcome.Changed, row.Message));
        }

        await RosterRows.InsertAsync(transaction, additions);
        await facts.SaveAsync(transaction, import.SchemeId, changes, ids - additions.Count);
        await MarkAsync(transaction, import.Id, outcomes);
        await audit.WriteAsync(transaction, new AuditEntry
        {
            Module = "GraduationClearance",
            Action = "导入离校名单",
            Subject = $"roster-import:{import.Id}",
            After = new { 方案 = import.SchemeName, 新增 = additions.Count, 更新 = changes.Count },
        });
    }

    private static async Task MarkAsync(WriteTransaction transaction, long importId, IEnumerable<(int RowNo, RosterOutcome Outcome, string Message)> outcomes)
    {
        // What changed stays beside its row as the preview said it; a reason of refusal replaces it.
        foreach (var group in outcomes.GroupBy(row => (row.Outcome, Reason: row.Outcome == RosterOutcome.Rejected ? row.Message : null)))
        {
            await transaction.ExecuteAsync(
                $"""
                update graduationclearance_roster_import_row
                set outcome = @outcome{(group.Key.Reason is null ? ", secret = null" : ", message = @reason")}
                where import_id = @importId and row_no in @numbers
                """,
                new { importId, outcome = (int)group.Key.Outcome, reason = group.Key.Reason, numbers = group.Select(row => row.RowNo) });
        }
    }

    // Refused before the first row: the preview stays and can be imported once the reason is gone.
    private Task FinishAsync(RosterImport import, string refusal, IJobProgress progress, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        var applied = await transaction.ScalarAsync<int>(
            "select count(*) from graduationclearance_roster_import_row where import_id = @Id and outcome in (@added, @changed)",
            new { import.Id, added = (int)RosterOutcome.Added, changed = (int)RosterOutcome.Changed });

        // Only who still holds the job ends it.
        await progress.SaveAsync(transaction, progress.Checkpoint, applied, import.Additions + import.Changes);
        var state = refusal.Length > 0 && applied == 0 ? RosterImportState.Checked : RosterImportState.Applied;
        if (refusal.Length > 0 && applied > 0)
        {
            await transaction.ExecuteAsync(
                "update graduationclearance_roster_import_row set outcome = @rejected, message = @refusal where import_id = @Id and outcome in (@addition, @change)",
                new { import.Id, refusal, rejected = (int)RosterOutcome.Rejected, addition = (int)RosterOutcome.Addition, change = (int)RosterOutcome.Change });
        }

        await RosterCounts.SaveAsync(transaction, import.Id);
        await transaction.ExecuteAsync(
            "update graduationclearance_roster_import set state = @state, message = @refusal, applied_at = @now, version = version + 1 where id = @Id",
            new { import.Id, state = (int)state, refusal, now = clock.GetUtcNow().UtcDateTime });
        await audit.WriteAsync(transaction, new AuditEntry
        {
            Module = "GraduationClearance",
            Action = state == RosterImportState.Applied ? "离校名单导入完成" : "离校名单导入被拒绝",
            Subject = $"roster-import:{import.Id}",
            After = new { 方案 = import.SchemeName, 导入 = applied, 原因 = refusal },
        });
    }, cancellationToken);

    private sealed record PlannedRow(RosterImportRow Row, PlannedFacts Facts);
}
