using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Schemes;

namespace Portal.GraduationClearance.Decisions;

/// <summary>人工调整: an administrator moves one record between 未办理 and 无需办理 against the rule, with a reason; decided records never (domain §4b).</summary>
public sealed class OverrideCommands(IWriteTransactions transactions, IAuditLog audit, RecordWriter writer, IUnitContext context, IUnitTree tree, LocalTime time)
{
    /// <summary>Whether the current post may adjust records of this department's students.</summary>
    public bool MayOverride(long departmentId) => context.Has(Permissions.Configure) && tree.IsWithin(departmentId, context.UnitId);

    /// <summary>The days of handling do not matter, only that the scheme is not closed.</summary>
    public static bool IsChangeable(SchemeStatus status) => status is SchemeStatus.Draft or SchemeStatus.Open;

    /// <summary>Turns 未办理 into 无需办理 and back; returns what the record is now.</summary>
    /// <exception cref="RefusedException">No reason, a stale version, a decided record, or something rests on it; the message names it.</exception>
    public async Task<StepStatus> OverrideAsync(long schemeId, long stepId, long studentId, int version, string reason, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new RefusedException("请填写调整原因");
        if (reason.Length > Decision.MaxRemark)
            throw new RefusedException($"调整原因超过{Decision.MaxRemark}字");
        return await transactions.RunAsync(2, async transaction =>
        {
            var scheme = await SchemeLock.ShareAsync(transaction, schemeId);
            await RecordReader.LockAsync(transaction, schemeId, [studentId]);
            var record = (await RecordReader.ReadAsync(transaction, stepId, [studentId])).GetValueOrDefault(studentId);
            if (record is null || !MayOverride(record.DepartmentId))
                throw new RefusedException("不在您的办理范围");
            Require(record, version, scheme);
            if (record.Status == StepStatus.NotRequired)
                await RevocationCommands.RequireNothingRestsOnAsync(transaction, stepId, studentId);
            var to = record.Status == StepStatus.Pending ? StepStatus.NotRequired : StepStatus.Pending;
            var change = new RecordChange(studentId, stepId, record.DepartmentId, record.Status, to, record.Remark, record.Remark, reason);
            await writer.ApplyAsync(transaction, [change], DecisionSource.Override);
            await audit.WriteAsync(transaction, new AuditEntry
            {
                Module = "GraduationClearance",
                Action = "调整应办环节",
                Subject = $"student:{studentId}",
                Before = new { 环节 = stepId, 状态 = Words.Of(record.Status) },
                After = new { 状态 = Words.Of(to), 原因 = reason },
            });
            return to;
        }, cancellationToken);
    }

    private void Require(RecordState record, int version, Scheme? scheme)
    {
        if (record.Version != version)
            throw new RefusedException(DecisionRules.Stale(record, time));
        if (record.Status is StepStatus.Passed or StepStatus.Failed)
            throw new RefusedException("该环节已有办理结果，不能调整；如确需调整，请先撤销办理");
        if (record.HasCertificate)
            throw new RefusedException("该生已发放证书，请先作废发放记录再调整");
        if (record.RosterStatus == RosterStatus.Removed)
            throw new RefusedException("该生已移出本方案，不能调整");
        if (scheme is null || !IsChangeable(scheme.Status))
            throw new RefusedException("离校方案已关闭，不能调整");
    }
}
