namespace Portal.RegistryTransfer.Settings;

/// <summary>One row of a table of settings: added, changed by version, removed; always of the own scope, always audited.</summary>
internal sealed class ConfigCommands(IWriteTransactions transactions, IAuditLog audit)
{
    /// <exception cref="RefusedException">A row for the same case exists.</exception>
    public Task AddAsync<TRow>(ConfigScope scope, TRow row, CancellationToken cancellationToken)
        where TRow : IConfigRow => GuardAsync(() => transactions.RunAsync(1, async transaction =>
        {
            var (id, columns) = (transaction.NextId(), row.Columns());
            await transaction.InsertAsync(TRow.Table, ["id", "province_id", "version", .. columns.Keys], [[id, scope.ProvinceId, 1, .. columns.Values]]);
            await WriteAuditAsync<TRow>(transaction, scope, "新增", id, default, row);
        }, cancellationToken));

    /// <param name="scope">Whose row it is.</param>
    /// <param name="before">As it is stored.</param>
    /// <param name="version">As the page saw it.</param>
    /// <param name="after">What it becomes.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    /// <exception cref="StaleException">Somebody else changed the row, or it is not of this scope.</exception>
    /// <exception cref="RefusedException">A row for the same case exists.</exception>
    public Task UpdateAsync<TRow>(ConfigScope scope, TRow before, int version, TRow after, CancellationToken cancellationToken)
        where TRow : IConfigRow => GuardAsync(() => transactions.RunAsync(0, async transaction =>
        {
            var columns = after.Columns();
            var parameters = new DynamicParameters(columns);
            parameters.AddDynamicParams(new { rowId = before.Id, rowVersion = version, scope.ProvinceId });
            var found = await transaction.ExecuteAsync(
                $"""
                update {TRow.Table}
                set {string.Join(", ", columns.Keys.Select(column => $"{column} = @{column}"))}, version = version + 1
                where id = @rowId and version = @rowVersion and province_id = @ProvinceId
                """,
                parameters);
            if (found != 1)
                throw new StaleException($"这项{TRow.Title}");
            await WriteAuditAsync(transaction, scope, "修改", before.Id, before, after);
        }, cancellationToken));

    /// <exception cref="StaleException">Somebody else changed the row, or it is not of this scope.</exception>
    public Task DeleteAsync<TRow>(ConfigScope scope, TRow before, int version, CancellationToken cancellationToken)
        where TRow : IConfigRow => transactions.RunAsync(0, async transaction =>
        {
            if (await transaction.ExecuteAsync(
                $"delete from {TRow.Table} where id = @Id and version = @version and province_id = @ProvinceId", new { before.Id, version, scope.ProvinceId }) != 1)
            {
                throw new StaleException($"这项{TRow.Title}");
            }

            await WriteAuditAsync(transaction, scope, "删除", before.Id, before, default);
        }, cancellationToken);

    private static async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            throw new RefusedException("已有同样条件的一项，请修改原有的。");
        }
    }

    private Task WriteAuditAsync<TRow>(WriteTransaction transaction, ConfigScope scope, string verb, long id, TRow? before, TRow? after)
        where TRow : IConfigRow => audit.WriteAsync(transaction, new AuditEntry
        {
            Module = "RegistryTransfer",
            Action = $"{verb}{TRow.Title}",
            Subject = $"{TRow.Table}:{id}",
            Before = Facts(scope, before),
            After = Facts(scope, after),
        });

    private static Dictionary<string, string>? Facts<TRow>(ConfigScope scope, TRow? row)
        where TRow : IConfigRow => row?.Texts().Prepend(("范围", scope.Name)).ToDictionary(fact => fact.Item1, fact => fact.Item2);
}
