using Portal.Audit;
using Portal.Data;
using Portal.Jobs;
using Portal.Units;

namespace Portal.Toolkit.Imports;

/// <summary>Takes an upload, starts the import of what was checked, gives it up; the work itself is done by jobs with the rights of the current post.</summary>
public sealed class ImportCommands(IWriteTransactions transactions, IJobQueue jobs, IAuditLog audit, ISecretText secrets, IUnitContext context, TimeProvider clock)
{
    private const string Busy = "该文件正在导入或已经导入，没有重复导入。";

    private const string NoPermission = "当前岗位没有导入的权限，没有导入。";

    /// <summary>Stores the file and queues its check.</summary>
    /// <returns>Ids of the import and of the job.</returns>
    /// <exception cref="RefusedException">The current post may not import into this now.</exception>
    public async Task<(long ImportId, long JobId)> UploadAsync<TArgument, TLine, TAction>(
        Import<TArgument, TLine, TAction> import, TArgument argument, string fileName, bool clean, Stream content, CancellationToken cancellationToken)
        where TArgument : notnull
        where TLine : class
        where TAction : class
    {
        var chosen = Import<TArgument, TLine, TAction>.Serialize(argument);
        var target = await OpenAsync(import, chosen, cancellationToken);
        var file = await ImportFile.ReadAsync(content, fileName, secrets, cancellationToken);
        return await transactions.RunAsync(2, async transaction =>
        {
            var id = transaction.NextId();
            var jobId = await jobs.EnqueueAsync<ImportCheckJob, ImportJobArgs>(transaction, $"预检{import.Title}：{target.Subject}", new(id), import.Permission);
            await InsertAsync(transaction, id, jobId, import.Id, target, chosen, clean, file);
            await file.SaveAsync(transaction, id);
            await AuditAsync(transaction, import, "上传", id, new { 对象 = target.Subject, 选项 = chosen, 字节 = file.Bytes, 校验 = file.Sha256 });
            return (id, jobId);
        }, cancellationToken);
    }

    /// <summary>Imports a checked file, or goes on after an interruption.</summary>
    /// <returns>Id of the job.</returns>
    /// <exception cref="RefusedException">It is being imported already, or may not be imported now.</exception>
    public async Task<long> ApplyAsync(ImportDefinition import, ImportBatch batch, CancellationToken cancellationToken)
    {
        if (batch.State is not (ImportState.Checked or ImportState.Applying))
            throw new RefusedException(Busy);
        if (batch.State == ImportState.Applying && batch.JobId is { } running && await jobs.FindAsync(running, cancellationToken) is { HasEnded: false })
            throw new RefusedException(Busy);
        if (import.IsAllOrNothing && batch is { State: ImportState.Checked, Rejected: > 0 })
            throw new RefusedException($"有 {batch.Rejected} 行错误，没有导入任何一行。请改正文件后重新选择。");
        var target = await OpenAsync(import, batch.Argument, cancellationToken);
        return await transactions.RunAsync(1, async transaction =>
        {
            var jobId = await jobs.EnqueueAsync<ImportApplyJob, ImportJobArgs>(transaction, $"导入{import.Title}：{target.Subject}", new(batch.Id), import.Permission);
            await MoveAsync(transaction, batch, ImportState.Applying, jobId);
            await AuditAsync(
                transaction, import, batch.State == ImportState.Checked ? "开始导入" : "继续导入", batch.Id, new { 对象 = target.Subject, 新增 = batch.Additions, 更新 = batch.Changes });
            return jobId;
        }, cancellationToken);
    }

    /// <summary>Gives a checked file up: its rows are deleted, its counts stay on record.</summary>
    /// <exception cref="RefusedException">It is being imported already.</exception>
    public Task CancelAsync(ImportDefinition import, ImportBatch batch, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        if (batch.State != ImportState.Checked)
            throw new RefusedException(Busy);
        await MoveAsync(transaction, batch, ImportState.Cancelled, batch.JobId);
        await transaction.ExecuteAsync("delete from toolkit_import_part where import_id = @Id", new { batch.Id });
        await AuditAsync(transaction, import, "放弃导入", batch.Id, new { 对象 = batch.Subject });
    }, cancellationToken);

    private async Task<ImportTarget> OpenAsync(ImportDefinition import, string argument, CancellationToken cancellationToken) =>
        context.Has(import.Permission) ? await import.OpenBatchAsync(argument, cancellationToken) : throw new RefusedException(NoPermission);

    private static async Task MoveAsync(WriteTransaction transaction, ImportBatch batch, ImportState to, long? jobId)
    {
        var moved = await transaction.ExecuteAsync(
            """
            update toolkit_import
            set state = @to, message = '', job_id = @jobId, version = version + 1
            where id = @Id
              and version = @Version
            """,
            new { batch.Id, batch.Version, jobId, to = (int)to });
        if (moved != 1)
            throw new RefusedException(Busy);
    }

    private Task<int> InsertAsync(WriteTransaction transaction, long id, long jobId, string kind, ImportTarget target, string argument, bool clean, ImportFile file) => transaction.ExecuteAsync(
        """
        insert into toolkit_import
            (id, kind, topic, subject, argument, clean, file_name, sha256, bytes, sheet_name, headers, note, state, message, total, additions, changes, unchanged,
             rejected, cleaned, warned, hidden, blank, job_id, person_id, person_name, post_id, unit_id, at, version)
        values
            (@id, @kind, @Topic, @Subject, @argument, @clean, @Name, @Sha256, @Bytes, '', '[]', '', @checking, '', 0, 0, 0, 0, 0, 0, 0, 0, 0,
             @jobId, @personId, @personName, @postId, @UnitId, @now, 1)
        """,
        new
        {
            id,
            kind,
            target.Topic,
            target.Subject,
            argument,
            clean,
            file.Name,
            file.Sha256,
            file.Bytes,
            checking = (int)ImportState.Checking,
            jobId,
            personId = context.Person!.Id,
            personName = context.Person.Name,
            postId = context.Post!.Id,
            context.UnitId,
            now = clock.GetUtcNow().UtcDateTime,
        });

    private Task AuditAsync(WriteTransaction transaction, ImportDefinition import, string verb, long id, object after) =>
        audit.WriteAsync(transaction, new AuditEntry { Module = import.Module, Action = $"{verb}{import.Title}", Subject = $"import:{id}", After = after });
}
