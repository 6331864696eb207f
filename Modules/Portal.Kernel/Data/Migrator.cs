using System.Data.Common;
using System.Reflection;
using Dapper;

namespace Portal.Data;

internal sealed class Migrator(DbDataSource source, SqlDialect dialect, DatabaseLease lease, TimeProvider clock) : IMigrator
{
    public async Task MigrateAsync(string moduleId, Assembly assembly, CancellationToken cancellationToken)
    {
        var scripts = MigrationScript.Read(assembly, dialect);
        if (scripts.Count == 0)
            return;
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var journal = await ReadJournalAsync(connection, moduleId);
        if (scripts.All(script => journal.TryGetValue(script.Version, out var row) && row.State == "done" && row.Checksum == script.Checksum))
            return;

        // Judged under the lease only: what looks half done from outside may be another host at work.
        await lease.RunAsync("migration", async held =>
        {
            foreach (var script in await PendingAsync(connection, moduleId, scripts))
                await ApplyAsync(connection, moduleId, script, held);
        }, cancellationToken);
    }

    public async Task<bool> ResolveAsync(string moduleId, int version, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(
            "update portal_migration set state = 'done' where module = @moduleId and version = @version and state = 'started'",
            new { moduleId, version }) == 1;
    }

    private static async Task<IReadOnlyList<MigrationScript>> PendingAsync(DbConnection connection, string moduleId, IReadOnlyList<MigrationScript> scripts)
    {
        var journal = await ReadJournalAsync(connection, moduleId);
        foreach (var script in scripts)
        {
            if (!journal.TryGetValue(script.Version, out var row))
                continue;
            if (row.State != "done")
            {
                throw new MigrationException(
                    $"数据库变更 {moduleId} {script.Version:0000}_{row.Name} 只完成了一半。请核对表结构，补齐后执行：Portal.Host migrate --resolve {moduleId} {script.Version}");
            }

            if (row.Checksum != script.Checksum)
                throw new MigrationException($"数据库变更 {moduleId} {script.Version:0000}_{row.Name} 执行后文件被改动。请恢复原文件，改动写成新的变更。");
        }

        return [.. scripts.Where(script => !journal.ContainsKey(script.Version))];
    }

    private static async Task<Dictionary<int, JournalRow>> ReadJournalAsync(DbConnection connection, string moduleId)
    {
        var rows = await connection.QueryAsync<JournalRow>(
            "select version, name, checksum, state from portal_migration where module = @moduleId", new { moduleId });
        return rows.ToDictionary(row => row.Version);
    }

    private async Task ApplyAsync(DbConnection connection, string moduleId, MigrationScript script, CancellationToken cancellationToken)
    {
        try
        {
            // On SQLite file and journal are one transaction; MySQL commits DDL by itself, so the journal says "started" first.
            await using var transaction = dialect == SqlDialect.Sqlite ? await connection.BeginTransactionAsync(cancellationToken) : null;
            await connection.ExecuteAsync(
                """
                insert into portal_migration (module, version, name, checksum, state, applied_at)
                values (@moduleId, @Version, @Name, @Checksum, 'started', @now)
                """,
                new { moduleId, script.Version, script.Name, script.Checksum, now = clock.GetUtcNow().UtcDateTime },
                transaction);
            await connection.ExecuteAsync(new CommandDefinition(script.Sql, transaction: transaction, commandTimeout: 600, cancellationToken: cancellationToken));
            await connection.ExecuteAsync(
                "update portal_migration set state = 'done' where module = @moduleId and version = @Version", new { moduleId, script.Version }, transaction);
            if (transaction is not null)
                await transaction.CommitAsync(cancellationToken);
        }
        catch (DbException exception)
        {
            throw new MigrationException($"数据库变更 {moduleId} {script.Version:0000}_{script.Name} 失败：{exception.Message}", exception);
        }
    }

    private sealed record JournalRow
    {
        public int Version { get; init; }

        public string Name { get; init; } = "";

        public string Checksum { get; init; } = "";

        public string State { get; init; } = "";
    }
}
