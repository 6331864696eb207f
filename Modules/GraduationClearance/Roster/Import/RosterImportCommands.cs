using Portal.GraduationClearance.Imports;
using Portal.GraduationClearance.Schemes;
using Portal.Jobs;

namespace Portal.GraduationClearance.Roster.Import;

public sealed record RosterImportArgs(long ImportId);

/// <summary>Takes a roster file, and starts its import; jobs do the work with the rights of the current post.</summary>
public sealed class RosterImportCommands(IWriteTransactions transactions, IJobQueue jobs, IAuditLog audit, ISecretText secrets, IUnitContext context, TimeProvider clock)
{
    /// <summary>Stores the file and queues its check.</summary>
    /// <exception cref="RefusedException">The scheme is closed or does not exist.</exception>
    public async Task<(long ImportId, long JobId)> UploadAsync(long schemeId, string fileName, bool clean, Stream content, CancellationToken cancellationToken)
    {
        var file = await ImportFile.ReadAsync(content, fileName, secrets, cancellationToken);
        return await transactions.RunAsync(2, async transaction =>
        {
            var scheme = await SchemeLock.TakeForChangeAsync(transaction, schemeId);
            var id = transaction.NextId();
            var jobId = await jobs.EnqueueAsync<RosterCheckJob, RosterImportArgs>(transaction, $"预检离校名单：{scheme.Name}", new(id), Permissions.Configure);
            await InsertAsync(transaction, id, jobId, schemeId, clean, file);
            await file.SaveAsync(transaction, id);
            await WriteAuditAsync(transaction, "上传离校名单", id, new { 方案 = scheme.Name, 字节 = file.Bytes, 校验 = file.Sha256 });
            return (id, jobId);
        }, cancellationToken);
    }

    /// <summary>导入 of a checked file, or its continuation after an interruption; returns the job's id.</summary>
    /// <exception cref="RefusedException">It is being imported already, or the scheme is closed.</exception>
    public async Task<long> ApplyAsync(RosterImport import, CancellationToken cancellationToken)
    {
        if (import.State is not (RosterImportState.Checked or RosterImportState.Applying))
            throw new RefusedException("该名单已经导入，没有重复导入。");
        if (import.State == RosterImportState.Applying && import.JobId is { } running && await jobs.FindAsync(running, cancellationToken) is { HasEnded: false })
            throw new RefusedException("正在导入，请等待完成。");
        return await transactions.RunAsync(1, async transaction =>
        {
            var scheme = await SchemeLock.TakeForChangeAsync(transaction, import.SchemeId);
            var jobId = await jobs.EnqueueAsync<RosterApplyJob, RosterImportArgs>(transaction, $"导入离校名单：{scheme.Name}", new(import.Id), Permissions.Configure);
            var taken = await transaction.ExecuteAsync(
                """
                update graduationclearance_roster_import
                set state = @applying, message = '', job_id = @jobId, version = version + 1
                where id = @Id and version = @Version
                """,
                new { import.Id, import.Version, jobId, applying = (int)RosterImportState.Applying });
            if (taken != 1)
                throw new RefusedException("该名单正在导入或已经导入，没有重复导入。");
            await WriteAuditAsync(transaction, "开始导入离校名单", import.Id, new { 新增 = import.Additions, 更新 = import.Changes });
            return jobId;
        }, cancellationToken);
    }

    private Task<int> InsertAsync(WriteTransaction transaction, long id, long jobId, long schemeId, bool clean, ImportFile file) => transaction.ExecuteAsync(
        """
        insert into graduationclearance_roster_import
            (id, scheme_id, clean, file_name, sha256, bytes, sheet_name, headers, note, state, message, total, additions, changes, unchanged, rejected, warned,
             skipped_hidden, blank, job_id, person_id, person_name, at, version)
        values
            (@id, @schemeId, @clean, @Name, @Sha256, @Bytes, '', '[]', '', @checking, '', 0, 0, 0, 0, 0, 0, 0, 0, @jobId, @personId, @personName, @now, 1)
        """,
        new
        {
            id,
            schemeId,
            clean,
            file.Name,
            file.Sha256,
            file.Bytes,
            checking = (int)RosterImportState.Checking,
            jobId,
            personId = context.Person!.Id,
            personName = context.Person.Name,
            now = clock.GetUtcNow().UtcDateTime,
        });

    private Task WriteAuditAsync(WriteTransaction transaction, string action, long id, object after) =>
        audit.WriteAsync(transaction, new AuditEntry { Module = "GraduationClearance", Action = action, Subject = $"roster-import:{id}", After = after });
}
