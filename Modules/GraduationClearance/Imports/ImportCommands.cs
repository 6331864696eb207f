using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;
using Portal.Jobs;

namespace Portal.GraduationClearance.Imports;

/// <summary>Takes an upload, and starts 数据导入; the work itself is done by jobs with the rights of the current post.</summary>
public sealed class ImportCommands(
    IWriteTransactions transactions, IJobQueue jobs, IAuditLog audit, OperatorStepQueries operatorSteps, SchemeQueries schemes, ISecretText secrets,
    IUnitContext context, TimeProvider clock)
{
    private const string Busy = "该文件正在导入或已经导入，没有重复导入。";

    /// <summary>Stores the file and queues its check.</summary>
    /// <returns>Ids of the import and of the job.</returns>
    /// <exception cref="RefusedException">The step is not the operator's, or the scheme takes no decisions now.</exception>
    public async Task<(long ImportId, long JobId)> UploadAsync(Upload upload, Stream content, CancellationToken cancellationToken)
    {
        var step = await RequireStepAsync(upload.SchemeId, upload.StepId, cancellationToken);
        var file = await ImportFile.ReadAsync(content, upload.FileName, secrets, cancellationToken);
        return await transactions.RunAsync(2, async transaction =>
        {
            var id = transaction.NextId();
            var jobId = await jobs.EnqueueAsync<ImportCheckJob, ImportJobArgs>(transaction, $"预检导入文件：{step.Name}", new(id), Permissions.Decide);
            await InsertAsync(transaction, id, jobId, upload, file);
            await file.SaveAsync(transaction, id);
            await audit.WriteAsync(transaction, new AuditEntry
            {
                Module = "GraduationClearance",
                Action = "上传导入文件",
                Subject = $"import:{id}",
                After = new { 环节 = step.Name, 匹配方式 = ImportWords.Of(upload.MatchBy), 字节 = file.Bytes, 校验 = file.Sha256 },
            });
            return (id, jobId);
        }, cancellationToken);
    }

    /// <summary>数据导入 of a checked file, or its continuation after an interruption.</summary>
    /// <returns>Id of the job.</returns>
    /// <exception cref="RefusedException">It is being imported already, or may not be imported now.</exception>
    public async Task<long> ApplyAsync(ImportBatch import, CancellationToken cancellationToken)
    {
        if (import.State is not (ImportState.Checked or ImportState.Applying))
            throw new RefusedException(Busy);
        if (import.State == ImportState.Applying && import.JobId is { } running && await jobs.FindAsync(running, cancellationToken) is { HasEnded: false })
            throw new RefusedException(Busy);
        var step = await RequireStepAsync(import.SchemeId, import.StepId, cancellationToken);
        return await transactions.RunAsync(1, async transaction =>
        {
            var jobId = await jobs.EnqueueAsync<ImportApplyJob, ImportJobArgs>(transaction, $"数据导入：{step.Name}", new(import.Id), Permissions.Decide);
            var taken = await transaction.ExecuteAsync(
                """
                update graduationclearance_import
                set state = @applying, message = '', job_id = @jobId, version = version + 1
                where id = @Id
                  and version = @Version
                """,
                new { import.Id, import.Version, jobId, applying = (int)ImportState.Applying });
            if (taken != 1)
                throw new RefusedException(Busy);
            await audit.WriteAsync(transaction, new AuditEntry
            {
                Module = "GraduationClearance",
                Action = import.State == ImportState.Checked ? "开始数据导入" : "继续数据导入",
                Subject = $"import:{import.Id}",
                After = new { 环节 = step.Name, 可导入 = import.Importable },
            });
            return jobId;
        }, cancellationToken);
    }

    private async Task<OperatorStep> RequireStepAsync(long schemeId, long stepId, CancellationToken cancellationToken)
    {
        var scheme = await schemes.FindAsync(schemeId, cancellationToken) ?? throw new RefusedException("离校方案不存在。");
        if (!scheme.IsOpenAt(clock.GetUtcNow().UtcDateTime))
            throw new RefusedException($"离校方案“{scheme.Name}”当前不在办理期内，没有导入任何学生。");
        return await operatorSteps.FindAsync(schemeId, stepId, cancellationToken)
            ?? throw new RefusedException("您没有该环节的办理授权，没有导入任何学生。请刷新页面或联系管理员。");
    }

    private Task<int> InsertAsync(WriteTransaction transaction, long id, long jobId, Upload upload, ImportFile file) => transaction.ExecuteAsync(
        """
        insert into graduationclearance_import
            (id, scheme_id, step_id, match_by, clean, file_name, sha256, bytes, sheet_name, headers, note, state, message, total, importable, imported,
             unchanged, rejected, skipped_hidden, blank, cleaned, job_id, person_id, person_name, post_id, at, version)
        values
            (@id, @SchemeId, @StepId, @matchBy, @Clean, @Name, @Sha256, @Bytes, '', '[]', '', @state, '', 0, 0, 0, 0, 0, 0, 0, 0, @jobId, @personId, @personName, @postId, @now, 1)
        """,
        new
        {
            id,
            upload.SchemeId,
            upload.StepId,
            matchBy = (int)upload.MatchBy,
            upload.Clean,
            file.Name,
            file.Sha256,
            file.Bytes,
            state = (int)ImportState.Checking,
            jobId,
            personId = context.Person!.Id,
            personName = context.Person.Name,
            postId = context.Post!.Id,
            now = clock.GetUtcNow().UtcDateTime,
        });
}

/// <summary>What the operator chose beside the file.</summary>
public sealed record Upload(long SchemeId, long StepId, MatchBy MatchBy, bool Clean, string FileName);
