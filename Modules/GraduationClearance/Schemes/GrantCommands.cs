namespace Portal.GraduationClearance.Schemes;

/// <summary>Adds, ends and deletes grants; each takes effect with the commit.</summary>
public sealed class GrantCommands(IWriteTransactions transactions, IAuditLog audit, IPostDirectory directory, IUnitTree tree, LocalTime time)
{
    /// <exception cref="RefusedException">Role, unit or person do not exist, the dates contradict, or the same grant stands already.</exception>
    public async Task<long> AddAsync(long schemeId, long stepId, GrantFacts facts, CancellationToken cancellationToken)
    {
        var words = await CheckAsync(facts, cancellationToken);
        return await transactions.RunAsync(1, async transaction =>
        {
            await SchemeLock.TakeForChangeAsync(transaction, schemeId);
            await RequireStepAsync(transaction, schemeId, stepId);
            var grants = await GrantQueries.ListAsync(transaction, schemeId);
            if (grants.Any(grant => grant.StepId == stepId && IsSame(grant, facts) && !(grant.ValidTo < time.Today)))
                throw new RefusedException("该环节已有同样的授权，请先结束或删除原来的授权。", nameof(facts.RoleId));
            var id = transaction.NextId();
            await InsertAsync(transaction, [new Grant
            {
                Id = id,
                StepId = stepId,
                RoleId = facts.RoleId,
                UnitId = facts.UnitId,
                PersonId = facts.PersonId,
                Scope = facts.Scope,
                CanRevoke = facts.CanRevoke,
                ValidFrom = facts.ValidFrom,
                ValidTo = facts.ValidTo,
            }]);
            await WriteAuditAsync(transaction, "新增环节授权", stepId, null, words);
            return id;
        }, cancellationToken);
    }

    /// <summary>结束: the grant was valid up to yesterday; it stays in the list.</summary>
    public async Task EndAsync(long schemeId, long grantId, int version, CancellationToken cancellationToken) =>
        await ChangeAsync(schemeId, grantId, version, "结束环节授权", (transaction, grant) => grant.ValidTo < time.Today
            ? throw new RefusedException("该授权已经结束。")
            : transaction.ExecuteAsync(
                "update graduationclearance_step_grant set valid_to = @yesterday, version = version + 1 where id = @Id",
                new { grant.Id, yesterday = time.Today.AddDays(-1) }), cancellationToken);

    public async Task DeleteAsync(long schemeId, long grantId, int version, CancellationToken cancellationToken) =>
        await ChangeAsync(schemeId, grantId, version, "删除环节授权", (transaction, grant) =>
            transaction.ExecuteAsync("delete from graduationclearance_step_grant where id = @Id", new { grant.Id }), cancellationToken);

    internal static Task InsertAsync(WriteTransaction transaction, IEnumerable<Grant> grants) => transaction.InsertAsync(
        "graduationclearance_step_grant",
        ["id", "step_id", "role_id", "unit_id", "person_id", "scope", "can_revoke", "valid_from", "valid_to", "version"],
        grants.Select(grant => new object?[]
        {
            grant.Id, grant.StepId, grant.RoleId, grant.UnitId, grant.PersonId, grant.Scope, grant.CanRevoke, grant.ValidFrom, grant.ValidTo, 1,
        }));

    private async Task ChangeAsync(
        long schemeId, long grantId, int version, string action, Func<WriteTransaction, Grant, Task> change, CancellationToken cancellationToken) =>
        await transactions.RunAsync(0, async transaction =>
        {
            await SchemeLock.TakeForChangeAsync(transaction, schemeId);
            var grant = (await GrantQueries.ListAsync(transaction, schemeId)).FirstOrDefault(row => row.Id == grantId)
                ?? throw new RefusedException("该授权不存在，可能已被删除。");
            if (grant.Version != version)
                throw new StaleException("该授权");
            await change(transaction, grant);
            await WriteAuditAsync(transaction, action, grant.StepId, Raw(grant), null);
        }, cancellationToken);

    private async Task<object> CheckAsync(GrantFacts facts, CancellationToken cancellationToken)
    {
        var role = (await directory.ListRolesAsync(cancellationToken)).FirstOrDefault(one => one.Id == facts.RoleId)
            ?? throw new RefusedException("请选择角色", nameof(facts.RoleId));
        if (facts.UnitId is { } unitId && tree.Find(unitId) is null)
            throw new RefusedException("单位不存在，请重新选择", nameof(facts.UnitId));
        var person = facts.PersonId is { } personId
            ? await directory.ListPeopleAsync([personId], cancellationToken) is [var found] ? found : throw new RefusedException("没有该账号的人员", nameof(facts.PersonId))
            : null;
        if (!Enum.IsDefined(facts.Scope))
            throw new RefusedException("请选择学生范围", nameof(facts.Scope));
        if (facts.ValidFrom > facts.ValidTo)
            throw new RefusedException("结束日期应不早于开始日期", nameof(facts.ValidTo));
        return new
        {
            角色 = role.Name,
            单位 = facts.UnitId is { } id ? tree.Find(id)?.Name : "各单位",
            人员 = person?.Account,
            学生 = ConfigurationWords.Of(facts.Scope),
            可撤销 = facts.CanRevoke,
            开始 = facts.ValidFrom,
            结束 = facts.ValidTo,
        };
    }

    private static object Raw(Grant grant) => new
    {
        授权 = grant.Id,
        角色编号 = grant.RoleId,
        单位编号 = grant.UnitId,
        人员编号 = grant.PersonId,
        学生 = ConfigurationWords.Of(grant.Scope),
        可撤销 = grant.CanRevoke,
        开始 = grant.ValidFrom,
        结束 = grant.ValidTo,
    };

    private static bool IsSame(Grant grant, GrantFacts facts) =>
        grant.RoleId == facts.RoleId && grant.UnitId == facts.UnitId && grant.PersonId == facts.PersonId && grant.Scope == facts.Scope
        && grant.CanRevoke == facts.CanRevoke && grant.ValidFrom == facts.ValidFrom;

    private static async Task RequireStepAsync(WriteTransaction transaction, long schemeId, long stepId)
    {
        if (await transaction.ScalarAsync<int>("select count(*) from graduationclearance_step where id = @stepId and scheme_id = @schemeId", new { stepId, schemeId }) == 0)
            throw new RefusedException("离校环节不存在，可能已被删除。");
    }

    private Task WriteAuditAsync(WriteTransaction transaction, string action, long stepId, object? before, object? after) =>
        audit.WriteAsync(transaction, new AuditEntry { Module = "GraduationClearance", Action = action, Subject = $"step:{stepId}", Before = before, After = after });
}
