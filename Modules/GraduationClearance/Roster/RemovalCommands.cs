using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Schemes;

namespace Portal.GraduationClearance.Roster;

/// <summary>移出 and 恢复: records and log stay, the counters follow at once.</summary>
public sealed class RemovalCommands(IWriteTransactions transactions, IAuditLog audit)
{
    /// <summary>Reasons the page offers; another may be typed.</summary>
    public static readonly IReadOnlyList<string> CommonReasons = ["延毕", "误列", "休学", "退学", "转专业"];

    private const int MaxReason = 200;

    /// <exception cref="StaleException">The version is not the stored one any more.</exception>
    /// <exception cref="RefusedException">No reason; already removed; or a certificate was handed out.</exception>
    public Task RemoveAsync(long schemeId, long studentId, int version, string reason, CancellationToken cancellationToken)
    {
        reason = reason.Trim();
        if (reason.Length == 0)
            throw new RefusedException("请填写移出原因", "Reason");
        if (reason.Length > MaxReason)
            throw new RefusedException($"移出原因超过{MaxReason}字", "Reason");
        return transactions.RunAsync(0, async transaction =>
        {
            await SchemeLock.TakeForChangeAsync(transaction, schemeId);
            var student = await RosterCommands.TakeAsync(transaction, schemeId, studentId, version);
            if (student.Status == RosterStatus.Removed)
                throw new RefusedException("该生已移出本方案。");
            if (await transaction.FirstOrDefaultAsync<string>(
                "select serial_no from graduationclearance_certificate where student_id = @studentId and void_mark = 0 limit 1", new { studentId }) is { } serial)
            {
                throw new RefusedException($"该生已发放证书（编号 {serial}），请先作废发放记录再移出。");
            }

            await RosterFactsService.CountAsync(transaction, [studentId], -1);
            await SetStatusAsync(transaction, studentId, RosterStatus.Removed, reason);
            await WriteAuditAsync(transaction, "移出离校名单", student, new { 学号 = student.StudentNo, 原因 = reason });
        }, cancellationToken);
    }

    /// <exception cref="StaleException">The version is not the stored one any more.</exception>
    /// <exception cref="RefusedException">The student is not removed.</exception>
    public Task RestoreAsync(long schemeId, long studentId, int version, CancellationToken cancellationToken) =>
        transactions.RunAsync(0, async transaction =>
        {
            await SchemeLock.TakeForChangeAsync(transaction, schemeId);
            var student = await RosterCommands.TakeAsync(transaction, schemeId, studentId, version);
            if (student.Status == RosterStatus.Active)
                throw new RefusedException("该生在册，无需恢复。");
            await SetStatusAsync(transaction, studentId, RosterStatus.Active, "");
            await RosterFactsService.CountAsync(transaction, [studentId], 1);
            await WriteAuditAsync(transaction, "恢复离校学生", student, new { 学号 = student.StudentNo });
        }, cancellationToken);

    private static async Task SetStatusAsync(WriteTransaction transaction, long studentId, RosterStatus status, string reason) => await transaction.ExecuteAsync(
        "update graduationclearance_student set status = @status, removed_reason = @reason, version = version + 1 where id = @studentId",
        new { studentId, status = (int)status, reason });

    private Task WriteAuditAsync(WriteTransaction transaction, string action, RosterRow student, object after) => audit.WriteAsync(transaction, new AuditEntry
    {
        Module = "GraduationClearance",
        Action = action,
        Subject = $"student:{student.Id}",
        Before = new { 状态 = ConfigurationWords.Of(student.Status), 原因 = student.RemovedReason },
        After = after,
    });
}
