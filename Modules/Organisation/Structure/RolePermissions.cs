using Microsoft.Extensions.DependencyInjection;
using Portal.Security.Permissions;

namespace Portal.Organisation.Structure;

internal sealed class RolePermissions(SnapshotStore store, DbDataSource source, IServiceScopeFactory scopes) : IRolePermissions
{
    public bool IsGranted(long roleId, string permission) => store.Current.IsGranted(roleId, permission);

    public async Task ApplyDefaultsAsync(string moduleId, IReadOnlyCollection<PermissionStereotype> stereotypes, CancellationToken cancellationToken)
    {
        var wanted = stereotypes
            .SelectMany(stereotype => stereotype.Permissions.Select(permission => new Grant { Role = stereotype.Name, Permission = permission.Name }))
            .Distinct()
            .ToArray();
        try
        {
            await WriteMissingAsync(moduleId, wanted, cancellationToken);
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            // Another host started at the same moment and wrote first.
            await WriteMissingAsync(moduleId, wanted, cancellationToken);
        }
    }

    private async Task WriteMissingAsync(string moduleId, Grant[] wanted, CancellationToken cancellationToken)
    {
        if ((await MissingAsync(moduleId, wanted, cancellationToken)).Length == 0)
            return;

        // A scope of its own: the audit log of the caller's scope would ask for this class again.
        await using var scope = scopes.CreateAsyncScope();
        var transactions = scope.ServiceProvider.GetRequiredService<IWriteTransactions>();
        var audit = scope.ServiceProvider.GetRequiredService<IAuditLog>();
        await transactions.RunAsync(wanted.Select(grant => grant.Role).Distinct().Count(), async transaction =>
        {
            var written = await transaction.QueryAsync<Grant>("select permission, role from organisation_default_grant where module_id = @moduleId", new { moduleId });
            var missing = wanted.Except(written).ToArray();
            foreach (var grant in missing)
            {
                await transaction.ExecuteAsync(
                    "insert into organisation_default_grant (module_id, permission, role) values (@moduleId, @Permission, @Role)",
                    new { moduleId, grant.Permission, grant.Role });
                var roleId = await RoleRows.FindOrCreateAsync(transaction, grant.Role);
                if (await transaction.ScalarAsync<long>(
                    "select count(*) from organisation_role_permission where role_id = @roleId and permission = @Permission", new { roleId, grant.Permission }) == 0)
                {
                    await transaction.ExecuteAsync(
                        "insert into organisation_role_permission (role_id, permission) values (@roleId, @Permission)", new { roleId, grant.Permission });
                }
            }

            await SnapshotStore.RaiseVersionAsync(transaction);
            await audit.WriteAsync(transaction, new AuditEntry { Module = "Organisation", Action = "写入默认权限", Subject = $"module:{moduleId}", After = missing });
        }, cancellationToken);
        store.Expire();
    }

    private async Task<Grant[]> MissingAsync(string moduleId, Grant[] wanted, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var written = await connection.QueryAsync<Grant>(new CommandDefinition(
            "select permission, role from organisation_default_grant where module_id = @moduleId", new { moduleId }, cancellationToken: cancellationToken));
        return [.. wanted.Except(written)];
    }

    private sealed record Grant
    {
        public string Permission { get; init; } = "";

        public string Role { get; init; } = "";
    }
}
