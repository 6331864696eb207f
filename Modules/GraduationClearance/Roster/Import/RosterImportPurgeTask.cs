using Portal.BackgroundTasks;

namespace Portal.GraduationClearance.Roster.Import;

/// <summary>Deletes what roster files held: rows' content after 30 days, files that no check ever read after one day. Counts and reasons stay.</summary>
[BackgroundTask(Title = "清除名单导入的原始数据", Schedule = "40 3 * * *", Description = "名单文件中的个人信息保存30天。")]
internal sealed class RosterImportPurgeTask(DbDataSource source, IWriteTransactions transactions, TimeProvider clock) : IBackgroundTask
{
    public async Task DoWorkAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var id in await ListAsync(now.AddDays(-30), "graduationclearance_roster_import_row r where r.import_id = i.id and r.secret is not null", cancellationToken))
            await RunAsync("update graduationclearance_roster_import_row set secret = null, name = '' where import_id = @id and secret is not null", id, cancellationToken);
        foreach (var id in await ListAsync(now.AddDays(-1), "graduationclearance_import_file f where f.import_id = i.id", cancellationToken))
            await RunAsync("delete from graduationclearance_import_file where import_id = @id", id, cancellationToken);
    }

    private async Task<IReadOnlyList<long>> ListAsync(DateTime before, string remains, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<long>(new CommandDefinition(
            $"select i.id from graduationclearance_roster_import i where i.at < @before and exists (select 1 from {remains})",
            new { before },
            cancellationToken: cancellationToken))).AsList();
    }

    private Task RunAsync(string sql, long id, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        await transaction.ExecuteAsync(sql, new { id });
        transaction.WithoutAudit("Scheduled deletion of uploaded text; the import itself stays on record.");
    }, cancellationToken);
}
