using Portal.Organisation.Structure;

namespace Portal.Organisation.Pages.Units;

internal sealed class UnitCommands(IWriteTransactions transactions, IAuditLog audit, SnapshotStore store, ReachService reach, IEnumerable<IUnitUse> uses)
{
    /// <exception cref="RefusedException">The name is taken, or the tree would become too deep.</exception>
    public Task<long> CreateAsync(long parentId, string name, string kind, CancellationToken cancellationToken) => ChangeAsync(1, name, async transaction =>
    {
        var parent = await FindAsync(transaction, parentId);
        var id = transaction.NextId();
        var path = $"{parent.Path}{id}/";
        if (path.Length > UnitPaths.Longest)
            throw new RefusedException("单位层级太深，不能再建下级。");
        var position = await transaction.ScalarAsync<int>("select coalesce(max(position), 0) + 1 from organisation_unit where parent_id = @parentId", new { parentId });
        await transaction.ExecuteAsync(
            "insert into organisation_unit (id, parent_id, name, kind, path, position, version) values (@id, @parentId, @name, @kind, @path, @position, 1)",
            new { id, parentId, name, kind, path, position });
        await AuditAsync(transaction, "新建单位", id, null, new { name, kind, 上级 = parent.Name });
        return id;
    }, cancellationToken);

    /// <exception cref="StaleException">The unit was changed meanwhile.</exception>
    /// <exception cref="RefusedException">The name is taken.</exception>
    public Task EditAsync(long id, int version, string name, string kind, int position, CancellationToken cancellationToken) => ChangeAsync(0, name, async transaction =>
    {
        var before = await FindAsync(transaction, id);
        var changed = await transaction.ExecuteAsync(
            "update organisation_unit set name = @name, kind = @kind, position = @position, version = version + 1 where id = @id and version = @version",
            new { id, version, name, kind, position });
        if (changed != 1)
            throw new StaleException();
        await AuditAsync(transaction, "修改单位", id, new { before.Name, before.Kind, before.Position }, new { name, kind, position });
        return id;
    }, cancellationToken);

    /// <summary>Puts the unit with all below it under another parent; all paths of the subtree change in one transaction.</summary>
    public Task MoveAsync(long id, int version, long parentId, CancellationToken cancellationToken) => ChangeAsync(0, "", async transaction =>
    {
        var unit = await FindAsync(transaction, id);
        var parent = await FindAsync(transaction, parentId);
        if (unit.ParentId is not { } oldParentId || !reach.Covers(oldParentId))
            throw new RefusedException("不能移动您所在的最上级单位。");
        if (parent.Path.StartsWith(unit.Path, StringComparison.Ordinal))
            throw new RefusedException($"「{parent.Name}」就在「{unit.Name}」之内，不能移到那里。");
        if (await transaction.ExecuteAsync(
            "update organisation_unit set parent_id = @parentId, version = version + 1 where id = @id and version = @version", new { id, version, parentId }) != 1)
        {
            throw new StaleException();
        }

        await UnitPaths.MoveAsync(transaction, unit.Path, $"{parent.Path}{id}/");
        await AuditAsync(transaction, "移动单位", id, new { unit.Path }, new { Path = $"{parent.Path}{id}/" });
        return id;
    }, cancellationToken);

    /// <exception cref="RefusedException">The unit has units, posts, or people who once worked there, or a module still refers to it.</exception>
    public Task DeleteAsync(long id, int version, CancellationToken cancellationToken) => ChangeAsync(0, "", async transaction =>
    {
        var unit = await FindAsync(transaction, id);
        if (unit.ParentId is not { } parentId || !reach.Covers(parentId))
            throw new RefusedException("不能删除您所在的最上级单位。");
        if (await transaction.ScalarAsync<long>("select count(*) from organisation_unit where parent_id = @id", new { id }) > 0)
            throw new RefusedException($"「{unit.Name}」还有下级单位。请先移走或删除下级单位。");
        if (await transaction.ScalarAsync<long>("select count(*) from organisation_post where unit_id = @id", new { id }) > 0)
            throw new RefusedException($"「{unit.Name}」有岗位或曾有岗位，不能删除。可以改名或移动。");
        foreach (var use in uses)
        {
            if (await use.DescribeAsync(id, cancellationToken) is { } words)
                throw new RefusedException($"「{unit.Name}」不能删除：{words}。请先改到别的单位。");
        }

        await transaction.ExecuteAsync("delete from organisation_unit_module where unit_id = @id", new { id });
        if (await transaction.ExecuteAsync("delete from organisation_unit where id = @id and version = @version", new { id, version }) != 1)
            throw new StaleException();
        await AuditAsync(transaction, "删除单位", id, new { unit.Name, unit.Kind, unit.Path }, null);
        return id;
    }, cancellationToken);

    private static async Task<UnitRow> FindAsync(WriteTransaction transaction, long id) =>
        await transaction.FirstOrDefaultAsync<UnitRow>("select id, parent_id, name, kind, path, position, version from organisation_unit where id = @id", new { id })
        ?? throw new RefusedException("这个单位已被删除。请返回单位列表。");

    private Task AuditAsync(WriteTransaction transaction, string action, long id, object? before, object? after) =>
        audit.WriteAsync(transaction, new AuditEntry { Module = "Organisation", Action = action, Subject = $"unit:{id}", Before = before, After = after });

    private async Task<long> ChangeAsync(int ids, string name, Func<WriteTransaction, Task<long>> change, CancellationToken cancellationToken)
    {
        try
        {
            return await transactions.RunAsync(ids, async transaction =>
            {
                // First: changes of the tree follow one another, on every host.
                await SnapshotStore.RaiseVersionAsync(transaction);
                return await change(transaction);
            }, cancellationToken);
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            throw new RefusedException(name.Length > 0 ? $"这个上级单位下已经有「{name}」。请换一个名称。" : "新的上级单位下已经有同名单位。请先改名再移动。");
        }
        finally
        {
            store.Expire();
        }
    }
}
