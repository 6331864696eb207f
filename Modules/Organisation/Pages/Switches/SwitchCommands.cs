using Portal.Organisation.Structure;

namespace Portal.Organisation.Pages.Switches;

internal sealed class SwitchCommands(IWriteTransactions transactions, IAuditLog audit, SnapshotStore store, ModuleSwitch moduleSwitch)
{
    /// <summary>Sets the unit's own row; <paramref name="enabled"/> null removes it, so that what stands above counts.</summary>
    /// <exception cref="RefusedException">A unit above has locked the switch.</exception>
    /// <exception cref="StaleException">The switch was changed meanwhile.</exception>
    public async Task SetAsync(ModuleDescriptor module, Unit unit, int version, bool? enabled, bool locked, CancellationToken cancellationToken)
    {
        if (moduleSwitch.LockedAbove(module.Id, unit.Id) is { } above)
            throw new RefusedException($"「{above.Name}」已锁定「{module.Name}」，本单位不能改。");
        try
        {
            await transactions.RunAsync(0, async transaction =>
            {
                await SnapshotStore.RaiseVersionAsync(transaction);
                var key = new { unitId = unit.Id, moduleId = module.Id, version, enabled, locked };
                var before = await transaction.FirstOrDefaultAsync<OrganisationSnapshot.SwitchRow>(
                    "select unit_id, module_id, enabled, locked, version from organisation_unit_module where unit_id = @unitId and module_id = @moduleId", key);
                if ((before?.Version ?? 0) != version)
                    throw new StaleException();
                await transaction.ExecuteAsync(Statement(before is not null, enabled), key);
                await audit.WriteAsync(transaction, new AuditEntry
                {
                    Module = "Organisation",
                    Action = enabled switch { null => "模块开关改为继承", true => "开启模块", false => "关闭模块" },
                    Subject = $"switch:{unit.Id}/{module.Id}",
                    Before = before is null ? null : new { before.Enabled, before.Locked },
                    After = enabled is null ? null : new { enabled, locked },
                });
            }, cancellationToken);
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            throw new StaleException();
        }
        finally
        {
            store.Expire();
        }
    }

    private static string Statement(bool exists, bool? enabled) => (exists, enabled) switch
    {
        (_, null) => "delete from organisation_unit_module where unit_id = @unitId and module_id = @moduleId",
        (true, _) =>
            """
            update organisation_unit_module
            set enabled = @enabled, locked = @locked, version = version + 1
            where unit_id = @unitId and module_id = @moduleId
            """,
        (false, _) => "insert into organisation_unit_module (unit_id, module_id, enabled, locked, version) values (@unitId, @moduleId, @enabled, @locked, 1)",
    };
}
