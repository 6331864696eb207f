namespace Portal.GraduationClearance.Schemes;

/// <summary>复制环节: steps, prerequisites and grants of one scheme into another one that has no steps yet.</summary>
public sealed class StepCopyCommands(IWriteTransactions transactions, IAuditLog audit, DbDataSource source, LocalTime time)
{
    /// <summary>Returns how many steps were copied. Due dates and ended grants stay behind.</summary>
    /// <exception cref="RefusedException">The target has steps, or the source has none.</exception>
    public async Task<int> CopyAsync(long fromSchemeId, long toSchemeId, CancellationToken cancellationToken)
    {
        if (fromSchemeId == toSchemeId)
            throw new RefusedException("请选择另一个方案作为来源。");
        var ids = await CountAsync(fromSchemeId, cancellationToken);
        return await transactions.RunAsync(ids, async transaction =>
        {
            var target = await SchemeLock.TakeForChangeAsync(transaction, toSchemeId);
            if ((await StepQueries.ListAsync(transaction, toSchemeId)).Count > 0)
                throw new RefusedException($"方案“{target.Name}”已有环节，只能复制到还没有环节的方案。");
            var steps = await StepQueries.ListAsync(transaction, fromSchemeId);
            if (steps.Count == 0)
                throw new RefusedException("来源方案没有环节，没有可复制的内容。");
            var grants = (await GrantQueries.ListAsync(transaction, fromSchemeId)).Where(grant => !(grant.ValidTo < time.Today)).ToArray();
            if (steps.Count + grants.Length > ids)
                throw new RefusedException("来源方案刚刚有变化，请再复制一次。");
            var newIds = steps.ToDictionary(step => step.Id, _ => transaction.NextId());
            await StepRows.InsertAsync(transaction, [.. steps.Select(step => step with
            {
                Id = newIds[step.Id],
                SchemeId = toSchemeId,
                DueAt = null,
                PrerequisiteIds = [.. step.PrerequisiteIds.Select(id => newIds[id])],
            })]);
            await GrantCommands.InsertAsync(transaction, grants.Select(grant => grant with { Id = transaction.NextId(), StepId = newIds[grant.StepId] }));
            await audit.WriteAsync(transaction, new AuditEntry
            {
                Module = "GraduationClearance",
                Action = "复制环节",
                Subject = $"scheme:{toSchemeId}",
                After = new { 来源方案 = fromSchemeId, 环节 = steps.Count, 授权 = grants.Length },
            });
            return steps.Count;
        }, cancellationToken);
    }

    private async Task<int> CountAsync(long schemeId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            """
            select count(*) + (select count(*)
                               from graduationclearance_step_grant g
                               join graduationclearance_step gs on gs.id = g.step_id
                               where gs.scheme_id = @schemeId)
            from graduationclearance_step
            where scheme_id = @schemeId
            """,
            new { schemeId },
            cancellationToken: cancellationToken));
    }
}
