using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Schemes;

namespace Portal.GraduationClearance.Decisions;

/// <summary>撤销: takes a passed decision back, with a reason, never while a later step or a certificate rests on it (invariant I14).</summary>
public sealed class RevocationCommands(
    IWriteTransactions transactions, IAuditLog audit, OperatorStepQueries operatorSteps, RecordWriter writer, IUnitContext context, IUnitTree tree, TimeProvider clock, LocalTime time)
{
    /// <summary>Whether the current post may take decisions of this step back at all; the page answers 403 otherwise.</summary>
    public async Task<bool> MayRevokeAsync(long schemeId, long stepId, CancellationToken cancellationToken) =>
        context.Has(Permissions.RevokeAny)
        || await operatorSteps.FindAsync(schemeId, stepId, cancellationToken) is { RevokeReach.IsEmpty: false };

    /// <exception cref="RefusedException">No reason, a stale version, or something rests on the decision; the message names it.</exception>
    public async Task RevokeAsync(long schemeId, long stepId, long studentId, int version, string reason, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new RefusedException("请填写撤销原因");
        if (reason.Length > Decision.MaxRemark)
            throw new RefusedException($"撤销原因超过{Decision.MaxRemark}字");
        var reach = (await operatorSteps.FindAsync(schemeId, stepId, cancellationToken))?.RevokeReach ?? DepartmentReach.None;
        if (context.Has(Permissions.RevokeAny))
            reach = reach.Union(DepartmentReach.Of(tree, context.UnitId));
        await transactions.RunAsync(2, async transaction =>
        {
            var scheme = await SchemeLock.ShareAsync(transaction, schemeId);
            await RecordReader.LockAsync(transaction, schemeId, [studentId]);
            var record = (await RecordReader.ReadAsync(transaction, stepId, [studentId])).GetValueOrDefault(studentId);
            if (record is null || !reach.Contains(record.DepartmentId))
                throw new RefusedException("不在您的办理范围");
            if (record.Version != version)
                throw new RefusedException(DecisionRules.Stale(record, time));
            if (record.Status is not (StepStatus.Passed or StepStatus.Failed))
                throw new RefusedException("该环节尚未办理，无需撤销");
            RequireOpen(scheme, record);
            if (record.Status == StepStatus.Passed)
                await RequireNothingRestsOnAsync(transaction, stepId, studentId);
            var change = new RecordChange(studentId, stepId, record.DepartmentId, record.Status, StepStatus.Pending, record.Remark, "", reason);
            await writer.ApplyAsync(transaction, [change], DecisionSource.Single);
            await audit.WriteAsync(transaction, new AuditEntry
            {
                Module = "GraduationClearance",
                Action = "撤销办理",
                Subject = $"student:{studentId}",
                Before = new { 环节 = stepId, 状态 = Words.Of(record.Status) },
                After = new { 状态 = Words.Of(StepStatus.Pending), 原因 = reason },
            });
        }, cancellationToken);
    }

    private void RequireOpen(Scheme? scheme, RecordState record)
    {
        if (record.RosterStatus == RosterStatus.Removed)
            throw new RefusedException("该生已移出本方案，不能撤销");
        if (scheme is null || !scheme.IsOpenAt(clock.GetUtcNow().UtcDateTime))
            throw new RefusedException("离校方案当前不在办理期内，不能撤销");
    }

    internal static async Task RequireNothingRestsOnAsync(WriteTransaction transaction, long stepId, long studentId)
    {
        if (await transaction.FirstOrDefaultAsync<string>(
            "select serial_no from graduationclearance_certificate where student_id = @studentId and void_mark = 0 limit 1", new { studentId }) is { } serial)
        {
            throw new RefusedException($"该生已发放证书（编号 {serial}），请先作废发放记录再撤销");
        }

        var dependent = await transaction.FirstOrDefaultAsync<string>(
            """
            select later.name
            from graduationclearance_step own
            join graduationclearance_step later on later.scheme_id = own.scheme_id and later.id <> own.id
            join graduationclearance_step_record r on r.step_id = later.id and r.student_id = @studentId and r.status = @passed
            where own.id = @stepId
              and ((later.is_final = 1 and own.is_required = 1)
                   or exists (select 1 from graduationclearance_step_prerequisite p where p.step_id = later.id and p.requires_step_id = own.id))
            order by later.seq
            limit 1
            """,
            new { stepId, studentId, passed = (int)StepStatus.Passed });
        if (dependent is not null)
            throw new RefusedException($"后续环节【{dependent}】已通过，请先撤销该环节");
    }
}
