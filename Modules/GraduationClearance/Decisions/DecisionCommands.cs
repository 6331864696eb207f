using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Schemes;

namespace Portal.GraduationClearance.Decisions;

/// <summary>Takes decisions of an operator: single, batch and import go through here, row by row, whatever the page allowed.</summary>
public sealed class DecisionCommands(
    IWriteTransactions transactions, IAuditLog audit, OperatorStepQueries operatorSteps, RecordWriter writer, TimeProvider clock, LocalTime time)
{
    /// <exception cref="RefusedException">The step is not the operator's, or the scheme takes no decisions now.</exception>
    public async Task<DecisionResult> DecideAsync(Decision decision, CancellationToken cancellationToken)
    {
        var step = await operatorSteps.FindAsync(decision.SchemeId, decision.StepId, cancellationToken)
            ?? throw new RefusedException("您没有该环节的办理授权，请刷新页面或联系管理员。");
        return await transactions.RunAsync(
            decision.Targets.Count + 2, transaction => DecideAsync(transaction, decision, step), cancellationToken);
    }

    /// <summary>The same inside a transaction of the caller, which leases one id per target and two more.</summary>
    internal async Task<DecisionResult> DecideAsync(WriteTransaction transaction, Decision decision, OperatorStep step)
    {
        await RequireOpenAsync(transaction, decision.SchemeId);
        var targets = decision.Targets.DistinctBy(target => target.StudentId).ToArray();
        var known = await RecordReader.LockAsync(transaction, decision.SchemeId, targets.Select(target => target.StudentId));
        var records = await RecordReader.ReadAsync(transaction, decision.StepId, known);
        var rules = await transaction.FirstOrDefaultAsync<StepRules>(
            "select id, name, is_final, remark_required_on_fail from graduationclearance_step where id = @StepId", new { decision.StepId })
            ?? throw new RefusedException(StepRules.Deleted);
        var passing = targets.Where(target => target.IsPass && records.ContainsKey(target.StudentId)).Select(target => target.StudentId);
        var blockers = await RecordReader.FindBlockersAsync(transaction, rules, decision.SchemeId, passing);

        var rows = new List<DecisionRow>(targets.Length);
        var changes = new List<RecordChange>(targets.Length);
        foreach (var target in targets)
        {
            if (!records.TryGetValue(target.StudentId, out var record) || !step.Reach.Contains(record.DepartmentId))
            {
                rows.Add(new(target.StudentId, "", $"编号 {target.StudentId}", DecisionOutcome.OutOfReach, BatchCommands.OutOfReach));
                continue;
            }

            var (outcome, message) = DecisionRules.Judge(record, target, rules, blockers.GetValueOrDefault(target.StudentId), time);
            rows.Add(new(target.StudentId, record.StudentNo, record.Name, outcome, message));
            if (outcome == DecisionOutcome.Handled)
            {
                var to = target.IsPass ? StepStatus.Passed : StepStatus.Failed;
                changes.Add(new(record.StudentId, decision.StepId, record.DepartmentId, record.Status, to, record.Remark, target.Remark));
            }
        }

        await writer.ApplyAsync(transaction, changes, decision.Source, decision.BatchId);
        var result = new DecisionResult(rows) { BatchId = decision.BatchId };
        await AuditAsync(transaction, decision, step, result);
        return result;
    }

    private async Task RequireOpenAsync(WriteTransaction transaction, long schemeId)
    {
        var scheme = await SchemeLock.ShareAsync(transaction, schemeId);
        if (scheme is null || !scheme.IsOpenAt(clock.GetUtcNow().UtcDateTime))
            throw new RefusedException(scheme is null ? "离校方案不存在。" : $"离校方案“{scheme.Name}”当前不在办理期内，没有办理任何学生。");
    }

    private async Task AuditAsync(WriteTransaction transaction, Decision decision, OperatorStep step, DecisionResult result)
    {
        var foreign = result.Rows.Where(row => row.Outcome == DecisionOutcome.OutOfReach).Select(row => row.StudentId).ToArray();
        if (foreign.Length > 0)
        {
            await audit.WriteAsync(transaction, new AuditEntry
            {
                Module = "GraduationClearance",
                Action = "越权办理被拒绝",
                Subject = $"step:{step.Id}",
                After = new { 学生 = foreign },
            });
        }

        if (result.Handled == 0)
        {
            transaction.WithoutAudit("No record changed; repeating a decision leaves no trace (invariant I7).");
            return;
        }

        await audit.WriteAsync(transaction, new AuditEntry
        {
            Module = "GraduationClearance",
            Action = Words.Of(decision.Source),
            Subject = decision.BatchId is { } batch ? $"{(decision.Source == DecisionSource.Import ? "import" : "batch")}:{batch}" : $"student:{result.Rows.First(row => row.Outcome == DecisionOutcome.Handled).StudentId}",
            After = new { 环节 = step.Name, 办理 = result.Handled, 无变化 = result.Unchanged, 未办理 = result.Refused },
        });
    }
}
