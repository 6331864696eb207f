namespace Portal.RegistryTransfer.Settings;

/// <summary>A value by name with its note.</summary>
internal sealed class OptionCommands(IWriteTransactions transactions, IAuditLog audit)
{
    /// <summary>Sets a value; an empty one returns to the built-in one.</summary>
    /// <param name="scope">For the audit: whose value it is.</param>
    /// <param name="name">Name of the setting.</param>
    /// <param name="version">As the page saw it; 0 where the built-in value stood.</param>
    /// <param name="value">Empty for the built-in value.</param>
    /// <param name="note">Source or reason.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    /// <exception cref="StaleException">Somebody else changed the value.</exception>
    public async Task SetAsync(ConfigScope scope, string name, int version, string value, string note, CancellationToken cancellationToken)
    {
        try
        {
            await transactions.RunAsync(0, async transaction =>
            {
                var before = await transaction.FirstOrDefaultAsync<OptionRow>("select name, value, note, version from registrytransfer_setting where name = @name", new { name });
                if (!await StoreAsync(transaction, name, version, value, note))
                    throw new StaleException("这个参数");
                await audit.WriteAsync(transaction, new AuditEntry
                {
                    Module = "RegistryTransfer",
                    Action = "修改参数",
                    Subject = $"setting:{name}",
                    Before = before is null ? null : new { before.Value, before.Note },
                    After = new { 范围 = scope.Name, value, note },
                });
            }, cancellationToken);
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            throw new StaleException("这个参数");
        }
    }

    private static async Task<bool> StoreAsync(WriteTransaction transaction, string name, int version, string value, string note)
    {
        if (version == 0 && value.Length > 0)
            return await transaction.ExecuteAsync("insert into registrytransfer_setting (name, value, note, version) values (@name, @value, @note, 1)", new { name, value, note }) == 1;
        if (version == 0)
            return await transaction.ScalarAsync<long>("select count(*) from registrytransfer_setting where name = @name", new { name }) == 0;
        return await transaction.ExecuteAsync(
            value.Length == 0
                ? "delete from registrytransfer_setting where name = @name and version = @version"
                : "update registrytransfer_setting set value = @value, note = @note, version = version + 1 where name = @name and version = @version",
            new { name, version, value, note }) == 1;
    }
}
