using Portal.Organisation.Structure;

namespace Portal.Organisation.Pages.Roles;

internal sealed class RoleCommands(IWriteTransactions transactions, IAuditLog audit, SnapshotStore store, PermissionCatalog permissions, LocalTime time)
{
    /// <exception cref="RefusedException">The name is taken.</exception>
    public async Task<long> CreateAsync(string name, string description, CancellationToken cancellationToken)
    {
        try
        {
            return await transactions.RunAsync(1, async transaction =>
            {
                var id = transaction.NextId();
                await transaction.ExecuteAsync(
                    "insert into organisation_role (id, name, description, is_delegable, version) values (@id, @name, @description, 0, 1)", new { id, name, description });
                await SnapshotStore.RaiseVersionAsync(transaction);
                await AuditAsync(transaction, "新建角色", id, null, new { name, description });
                return id;
            }, cancellationToken);
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            throw new RefusedException($"已经有角色「{name}」。请换一个名称。");
        }
        finally
        {
            store.Expire();
        }
    }

    /// <summary>Saves description and permissions; permissions of modules that are not loaded stay as they are.</summary>
    /// <exception cref="RefusedException">Nobody would be left to manage roles, or the role cannot be opened to unit administrators.</exception>
    /// <exception cref="StaleException">The role was changed meanwhile.</exception>
    public async Task EditAsync(long id, int version, string description, bool isDelegable, IReadOnlyCollection<string> chosen, CancellationToken cancellationToken)
    {
        var wanted = chosen.Where(name => permissions.Find(name) is not null).ToHashSet();
        if (isDelegable && wanted.Any(Permissions.IsCritical))
            throw new RefusedException("含有安全权限（维护角色、岗位、人员或单位）的角色不能开放给部门管理员安排。请取消其中一项。");
        try
        {
            await transactions.RunAsync(0, async transaction =>
            {
                await AdministratorGuard.BeginAsync(transaction);
                if (await transaction.ExecuteAsync(
                    "update organisation_role set description = @description, is_delegable = @isDelegable, version = version + 1 where id = @id and version = @version",
                    new { id, version, description, isDelegable }) != 1)
                {
                    throw new StaleException();
                }

                var granted = await transaction.QueryAsync<string>("select permission from organisation_role_permission where role_id = @id", new { id });
                var added = wanted.Except(granted).ToArray();
                var removed = granted.Where(name => permissions.Find(name) is not null).Except(wanted).ToArray();
                foreach (var permission in added)
                    await transaction.ExecuteAsync("insert into organisation_role_permission (role_id, permission) values (@id, @permission)", new { id, permission });
                foreach (var permission in removed)
                    await transaction.ExecuteAsync("delete from organisation_role_permission where role_id = @id and permission = @permission", new { id, permission });
                await AdministratorGuard.EnsureOneRemainsAsync(transaction, time.Today);
                await AuditAsync(transaction, "修改角色", id, new { 收回 = removed }, new { 授予 = added, description, isDelegable });
            }, cancellationToken);
        }
        finally
        {
            store.Expire();
        }
    }

    /// <exception cref="RefusedException">Somebody holds or once held the role.</exception>
    /// <exception cref="StaleException">The role was changed meanwhile.</exception>
    public async Task DeleteAsync(RoleRow role, int version, CancellationToken cancellationToken)
    {
        try
        {
            await transactions.RunAsync(0, async transaction =>
            {
                await AdministratorGuard.BeginAsync(transaction);
                if (await transaction.ScalarAsync<long>("select count(*) from organisation_post where role_id = @Id", new { role.Id }) > 0)
                    throw new RefusedException($"「{role.Name}」有岗位或曾有岗位，不能删除。可以收回它的权限。");
                await transaction.ExecuteAsync("delete from organisation_role_permission where role_id = @Id", new { role.Id });
                if (await transaction.ExecuteAsync("delete from organisation_role where id = @Id and version = @version", new { role.Id, version }) != 1)
                    throw new StaleException();
                await AuditAsync(transaction, "删除角色", role.Id, new { role.Name, role.Description }, null);
            }, cancellationToken);
        }
        finally
        {
            store.Expire();
        }
    }

    private Task AuditAsync(WriteTransaction transaction, string action, long id, object? before, object? after) =>
        audit.WriteAsync(transaction, new AuditEntry { Module = "Organisation", Action = action, Subject = $"role:{id}", Before = before, After = after });
}
