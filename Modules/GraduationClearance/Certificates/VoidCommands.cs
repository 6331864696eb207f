using Portal.GraduationClearance.Decisions;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Roster;
using Portal.GraduationClearance.Schemes;

namespace Portal.GraduationClearance.Certificates;

/// <summary>作废: takes a certificate out of force; it stays in the register with its reason.</summary>
public sealed class VoidCommands(
    IWriteTransactions transactions, IAuditLog audit, StepHeadQueries steps, RecordWriter writer, ReevaluationService reevaluation, IUnitContext context, TimeProvider clock)
{
    /// <exception cref="RefusedException">No reason, a stale version, or it is void already.</exception>
    public async Task<string> VoidAsync(CertificateStudent student, long certificateId, int version, string reason, CancellationToken cancellationToken)
    {
        if (reason.Length == 0)
            throw new RefusedException("请填写作废原因", "reason");
        if (reason.Length > Decision.MaxRemark)
            throw new RefusedException($"作废原因超过 {Decision.MaxRemark} 字", "reason");
        var issueSteps = (await steps.ListAsync(student.SchemeId, cancellationToken)).Where(step => step.Mode == StepMode.Issue).ToArray();
        return await transactions.RunAsync(issueSteps.Length + RosterFactsService.MaxStepsPerScheme, async transaction =>
        {
            var locked = await IssueStep.LockAsync(transaction, student.SchemeId, student.Id);
            var certificate = await FindAsync(transaction, student.Id, certificateId);
            if (!certificate.IsValid)
                throw new RefusedException($"该记录已由 {certificate.VoidedByName} 作废，无需再次作废");
            if (certificate.Version != version)
                throw new RefusedException("该发放记录刚刚被修改，请刷新后再作废");
            await transaction.ExecuteAsync(
                """
                update graduationclearance_certificate
                set void_mark = id, voided_at = @now, voided_by_name = @name, void_reason = @reason, version = version + 1
                where id = @certificateId
                """,
                new { certificateId, reason, now = clock.GetUtcNow().UtcDateTime, name = context.Person!.Name });
            if (!await HoldsCertificateAsync(transaction, student.Id))
                await writer.ApplyAsync(transaction, await IssueStep.ChangesAsync(transaction, issueSteps, locked, StepStatus.Pending, "", reason), DecisionSource.Certificate);
            await reevaluation.CertificateVoidedAsync(transaction, await StepQueries.ListAsync(transaction, student.SchemeId), student.Id);
            var what = $"{certificate.Kind.Word()} {certificate.SerialNo}";
            await audit.WriteAsync(transaction, new AuditEntry
            {
                Module = "GraduationClearance",
                Action = "作废证书发放",
                Subject = $"student:{student.Id}",
                Before = new { 发放 = what },
                After = new { 学号 = locked.StudentNo, 原因 = reason },
            });
            return what;
        }, cancellationToken);
    }

    private static async Task<Certificate> FindAsync(WriteTransaction transaction, long studentId, long certificateId) =>
        await transaction.FirstOrDefaultAsync<Certificate>(
            "select id, kind, serial_no, voided_at, voided_by_name, version from graduationclearance_certificate where id = @certificateId and student_id = @studentId",
            new { certificateId, studentId })
        ?? throw new RefusedException("该发放记录不存在，请刷新页面");

    private static async Task<bool> HoldsCertificateAsync(WriteTransaction transaction, long studentId) =>
        await transaction.FirstOrDefaultAsync<long?>(
            "select id from graduationclearance_certificate where student_id = @studentId and void_mark = 0 and kind <> @materials limit 1",
            new { studentId, materials = (int)CertificateKind.Materials }) is not null;
}
