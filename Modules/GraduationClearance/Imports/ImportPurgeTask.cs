using Portal.BackgroundTasks;

namespace Portal.GraduationClearance.Imports;

/// <summary>Deletes what was uploaded: the rows' own text after 30 days, files that no check ever read after one day. Counts and outcomes stay.</summary>
[BackgroundTask(Title = "清除导入的原始数据", Schedule = "20 3 * * *", Description = "导入文件中的学号、身份证号和姓名保存30天。")]
internal sealed class ImportPurgeTask(DbDataSource source, IWriteTransactions transactions, TimeProvider clock) : IBackgroundTask
{
    private static readonly TimeSpan KeptRows = TimeSpan.FromDays(30);
    private static readonly TimeSpan KeptFiles = TimeSpan.FromDays(1);

    public async Task DoWorkAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var withRows = await FindAsync(
            """
            select id
            from graduationclearance_import
            where purged_at is null
              and at < @before
            """,
            now - KeptRows,
            cancellationToken);
        foreach (var id in withRows)
            await PurgeAsync(id, now, cancellationToken);
        var withFiles = await FindAsync(
            """
            select id
            from graduationclearance_import i
            where at < @before
              and exists (select 1 from graduationclearance_import_file f where f.import_id = i.id)
            """,
            now - KeptFiles,
            cancellationToken);
        foreach (var id in withFiles)
            await DeleteFileAsync(id, cancellationToken);
    }

    private async Task<IReadOnlyList<long>> FindAsync(string sql, DateTime before, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<long>(new CommandDefinition(sql, new { before }, cancellationToken: cancellationToken))).AsList();
    }

    private Task PurgeAsync(long id, DateTime now, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        await transaction.ExecuteAsync("update graduationclearance_import_row set raw_secret = null, name = '' where import_id = @id and raw_secret is not null", new { id });
        await transaction.ExecuteAsync("update graduationclearance_import set purged_at = @now where id = @id", new { id, now });
        transaction.WithoutAudit("Scheduled deletion of uploaded text; the import itself stays on record.");
    }, cancellationToken);

    private Task DeleteFileAsync(long id, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        await transaction.ExecuteAsync("delete from graduationclearance_import_file where import_id = @id", new { id });
        transaction.WithoutAudit("Scheduled deletion of uploaded text; the import itself stays on record.");
    }, cancellationToken);
}
