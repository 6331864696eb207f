namespace Portal.GraduationClearance.Schemes;

/// <summary>Creates, edits, orders and deletes the steps of a scheme.</summary>
public sealed class StepCommands(
    IWriteTransactions transactions, IAuditLog audit, IUnitTree tree, ReevaluationService reevaluation, DbDataSource source, LocalTime time)
{
    /// <exception cref="RefusedException">A fact is missing or taken, or the prerequisites form a circle; the message names it.</exception>
    public async Task<long> CreateAsync(long schemeId, StepFacts facts, CancellationToken cancellationToken)
    {
        facts = Clean(facts);
        StepChecks.CheckFacts(facts, tree);
        return await transactions.RunAsync(1, async transaction =>
        {
            await SchemeLock.TakeForChangeAsync(transaction, schemeId);
            var others = await StepQueries.ListAsync(transaction, schemeId);
            var step = Stored(transaction.NextId(), schemeId, others.Select(other => other.Seq).DefaultIfEmpty().Max() + 1, facts);
            StepChecks.CheckAmong(others, step);
            await StepRows.InsertAsync(transaction, [step]);
            await WriteAuditAsync(transaction, "新建离校环节", step.Id, null, Summary(step, others));
            return step.Id;
        }, cancellationToken);
    }

    /// <exception cref="StaleException">The version is not the stored one any more.</exception>
    /// <exception cref="RefusedException">As for a new step; or decided records stand in the way.</exception>
    public async Task UpdateAsync(long schemeId, long stepId, int version, StepFacts facts, CancellationToken cancellationToken)
    {
        facts = Clean(facts);
        StepChecks.CheckFacts(facts, tree);
        var ids = await CountStudentsAsync(schemeId, cancellationToken);
        await transactions.RunAsync(ids, async transaction =>
        {
            await SchemeLock.TakeForChangeAsync(transaction, schemeId);
            var steps = await StepQueries.ListAsync(transaction, schemeId);
            var before = Find(steps, stepId, version);
            var step = Stored(stepId, schemeId, before.Seq, facts);
            StepChecks.CheckAmong([.. steps.Where(other => other.Id != stepId)], step);
            if (step.Mode != before.Mode)
                await RequireUndecidedAsync(transaction, schemeId, stepId);
            await StepRows.UpdateAsync(transaction, step);
            var moved = await reevaluation.StepChangedAsync(transaction, before, step, ids);
            await WriteAuditAsync(transaction, "修改离校环节", stepId, Summary(before, steps), Summary(step, steps, moved));
        }, cancellationToken);
    }

    /// <summary>上移 or 下移 by one place; at the end of the list nothing happens.</summary>
    public Task MoveAsync(long schemeId, long stepId, bool up, CancellationToken cancellationToken) =>
        transactions.RunAsync(0, async transaction =>
        {
            await SchemeLock.TakeForChangeAsync(transaction, schemeId);
            var steps = (await StepQueries.ListAsync(transaction, schemeId)).ToList();
            var from = steps.FindIndex(step => step.Id == stepId);
            var to = up ? from - 1 : from + 1;
            if (from < 0 || to < 0 || to >= steps.Count)
            {
                transaction.WithoutAudit("The step is already first or last; nothing changed.");
                return;
            }

            (steps[from], steps[to]) = (steps[to], steps[from]);
            foreach (var (index, step) in steps.Index().Where(pair => pair.Item.Seq != pair.Index + 1))
                await transaction.ExecuteAsync("update graduationclearance_step set seq = @seq where id = @Id", new { step.Id, seq = index + 1 });
            await WriteAuditAsync(transaction, up ? "上移离校环节" : "下移离校环节", stepId, new { 序号 = from + 1 }, new { 序号 = to + 1 });
        }, cancellationToken);

    /// <summary>Deletes a step that was never decided for anybody, with its prerequisites, grants and undecided records.</summary>
    public Task DeleteAsync(long schemeId, long stepId, int version, CancellationToken cancellationToken) =>
        transactions.RunAsync(0, async transaction =>
        {
            await SchemeLock.TakeForChangeAsync(transaction, schemeId);
            var steps = await StepQueries.ListAsync(transaction, schemeId);
            var step = Find(steps, stepId, version);
            await SchemeLock.TakeStudentsAsync(transaction, schemeId);
            if (await StepRows.CountEverDecidedAsync(transaction, stepId) is > 0 and var decided)
                throw new RefusedException($"环节“{step.Name}”已为 {decided} 名学生办理过，办理记录须保留，不能删除。可取消“必办”。");
            await StepRows.DeleteAsync(transaction, stepId);
            await WriteAuditAsync(transaction, "删除离校环节", stepId, Summary(step, steps), null);
        }, cancellationToken);

    private static async Task RequireUndecidedAsync(WriteTransaction transaction, long schemeId, long stepId)
    {
        await SchemeLock.TakeStudentsAsync(transaction, schemeId);
        if (await StepRows.CountEverDecidedAsync(transaction, stepId) > 0)
            throw new RefusedException("该环节已有办理记录，不能改变办理方式", nameof(StepFacts.Mode));
    }

    private static Step Find(IReadOnlyList<Step> steps, long stepId, int version)
    {
        var step = steps.FirstOrDefault(one => one.Id == stepId) ?? throw new RefusedException("离校环节不存在，可能已被删除。");
        return step.Version == version ? step : throw new StaleException($"环节“{step.Name}”");
    }

    private async Task<int> CountStudentsAsync(long schemeId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "select count(*) from graduationclearance_student where scheme_id = @schemeId", new { schemeId }, cancellationToken: cancellationToken));
    }

    private static StepFacts Clean(StepFacts facts) => facts with
    {
        Code = facts.Code.Trim(),
        Name = facts.Name.Trim(),
        PrerequisiteIds = facts.IsFinal ? [] : [.. facts.PrerequisiteIds.Distinct()],
    };

    private static Step Stored(long id, long schemeId, int seq, StepFacts facts) => new()
    {
        Id = id,
        SchemeId = schemeId,
        Seq = seq,
        Code = facts.Code,
        Name = facts.Name,
        UnitId = facts.UnitId,
        Mode = facts.Mode,
        IsRequired = facts.IsRequired,
        IsFinal = facts.IsFinal,
        AppliesToHukouTransfer = facts.AppliesToHukouTransfer,
        AppliesToDormitory = facts.AppliesToDormitory,
        RemarkRequiredOnFail = facts.RemarkRequiredOnFail,
        Place = facts.Place,
        Hours = facts.Hours,
        Contact = facts.Contact,
        Guide = facts.Guide,
        DueAt = facts.DueAt,
        PrerequisiteIds = facts.PrerequisiteIds,
    };

    private object Summary(Step step, IReadOnlyList<Step> steps, int? moved = null) => new
    {
        编号 = step.Code,
        名称 = step.Name,
        离校点 = tree.Find(step.UnitId)?.Name,
        办理方式 = ConfigurationWords.Of(step.Mode),
        必办 = step.IsRequired,
        末环节 = step.IsFinal,
        适用 = Applicability.Words(step),
        不通过须填原因 = step.RemarkRequiredOnFail,
        地点 = step.Place,
        时间 = step.Hours,
        电话 = step.Contact,
        说明 = step.Guide,
        截止 = time.Text(step.DueAt),
        前置环节 = steps.Where(other => step.PrerequisiteIds.Contains(other.Id)).Select(other => other.Name),
        重新判断 = moved,
    };

    private Task WriteAuditAsync(WriteTransaction transaction, string action, long stepId, object? before, object? after) =>
        audit.WriteAsync(transaction, new AuditEntry { Module = "GraduationClearance", Action = action, Subject = $"step:{stepId}", Before = before, After = after });
}
