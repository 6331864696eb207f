namespace Portal.RegistryTransfer.Settings;

/// <summary>One row of a table of settings: added, changed by version, removed; always of the own scope, always audited.</summary>
internal sealed class ConfigCommands(IWriteTransactions transactions, IAuditLog audit)
{
    /// <param name="scope">Whose row it is.</param>
    /// <param name="table">One of the module's tables with id, province_id and version.</param>
    /// <param name="id">Null adds a row.</param>
    /// <param name="version">As the page saw it.</param>
    /// <param name="values">The other columns.</param>
    /// <param name="action">Verb of the audit.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    /// <exception cref="StaleException">Somebody else changed the row, or it is not of this scope.</exception>
    /// <exception cref="RefusedException">A row for the same case exists.</exception>
    public async Task SaveAsync(
        ConfigScope scope, string table, long? id, int version, IReadOnlyDictionary<string, object?> values, string action, CancellationToken cancellationToken)
    {
        try
        {
            await transactions.RunAsync(1, async transaction =>
            {
                var rowId = id ?? transaction.NextId();
                if (id is null)
                {
                    await transaction.InsertAsync(table, ["id", "province_id", "version", .. values.Keys], [[rowId, scope.ProvinceId, 1, .. values.Values]]);
                }
                else
                {
                    var parameters = new DynamicParameters(values);
                    parameters.AddDynamicParams(new { rowId, rowVersion = version, scope.ProvinceId });
                    var found = await transaction.ExecuteAsync(
                        $"""
                        update {table}
                        set {string.Join(", ", values.Keys.Select(column => $"{column} = @{column}"))}, version = version + 1
                        where id = @rowId and version = @rowVersion and {Own(scope)}
                        """,
                        parameters);
                    if (found != 1)
                        throw new StaleException("这项设置");
                }

                await WriteAuditAsync(transaction, scope, action, $"{table}:{rowId}", values);
            }, cancellationToken);
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            throw new RefusedException("已有同样条件的一项，请修改原有的。");
        }
    }

    /// <exception cref="StaleException">Somebody else changed the row, or it is not of this scope.</exception>
    public Task DeleteAsync(ConfigScope scope, string table, long id, int version, string action, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        if (await transaction.ExecuteAsync($"delete from {table} where id = @id and version = @version and {Own(scope)}", new { id, version, scope.ProvinceId }) != 1)
            throw new StaleException("这项设置");
        await WriteAuditAsync(transaction, scope, action, $"{table}:{id}", null);
    }, cancellationToken);

    /// <summary>A value by name with its note; an empty value returns to the built-in one.</summary>
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

    private static string Own(ConfigScope scope) => scope.ProvinceId is null ? "province_id is null" : "province_id = @ProvinceId";

    private Task WriteAuditAsync(WriteTransaction transaction, ConfigScope scope, string action, string subject, IReadOnlyDictionary<string, object?>? values) =>
        audit.WriteAsync(transaction, new AuditEntry { Module = "RegistryTransfer", Action = action, Subject = subject, After = values is null ? new { 范围 = scope.Name } : new { 范围 = scope.Name, values } });
}
