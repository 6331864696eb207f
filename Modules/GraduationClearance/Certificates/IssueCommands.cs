using Portal.GraduationClearance.Decisions;
using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Certificates;

/// <summary>发放: certificates and materials to one student who has passed the gate.</summary>
public sealed class IssueCommands(
    IWriteTransactions transactions, IAuditLog audit, StepHeadQueries steps, RecordWriter writer, ISecretText secrets, IUnitContext context, TimeProvider clock, LocalTime time)
{
    private static readonly string[] _columns =
    [
        "id", "student_id", "kind", "serial_no", "issued_on", "issued_by", "issued_by_name", "issued_at", "receiver",
        "delegate_name", "delegate_id_secret", "delegate_id_masked", "delegate_phone", "note", "voided_by_name", "void_reason", "void_mark", "version",
    ];

    /// <param name="student">The student as found in the reach of the current post.</param>
    /// <param name="request">What is handed out, to whom.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    /// <returns>What was handed out, with numbers.</returns>
    /// <exception cref="RefusedException">Open steps, something missing, a number or certificate given out already.</exception>
    public async Task<string> IssueAsync(CertificateStudent student, IssueRequest request, CancellationToken cancellationToken)
    {
        IssueRules.Require(request, time.Today);
        var issueSteps = (await steps.ListAsync(student.SchemeId, cancellationToken)).Where(step => step.Mode == StepMode.Issue).ToArray();
        try
        {
            return await transactions.RunAsync(request.Items.Count + issueSteps.Length, transaction => IssueAsync(transaction, student.SchemeId, request, issueSteps), cancellationToken);
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            // Two desks gave the same number to two students at the same moment; the index let one through.
            throw new RefusedException("证书编号刚刚已被使用，请核对编号后重新提交。", "kinds");
        }
    }

    private async Task<string> IssueAsync(WriteTransaction transaction, long schemeId, IssueRequest request, IReadOnlyList<StepHead> issueSteps)
    {
        var student = await IssueStep.LockAsync(transaction, schemeId, request.StudentId);
        var open = await CertificateGate.ListOpenAsync(transaction, schemeId, student.Id);
        if (open.Count > 0)
            throw new RefusedException($"该生还有 {open.Count} 个环节未办结：{string.Join("、", open.Select(step => step.Name))}。办结后才能发放。");
        foreach (var item in request.Items)
            await RequireFreeAsync(transaction, student, item);

        var rows = request.Items.Select(item => Row(transaction.NextId(), item, request)).ToArray();
        await transaction.InsertAsync("graduationclearance_certificate", _columns, rows);
        var handedOut = string.Join("、", rows.Select(row => $"{((CertificateKind)row[2]!).Word()} {row[3]}"));
        if (request.Items.Any(item => item.Kind != CertificateKind.Materials))
        {
            var remark = handedOut.Length > Decision.MaxRemark ? handedOut[..Decision.MaxRemark] : handedOut;
            await writer.ApplyAsync(transaction, await IssueStep.ChangesAsync(transaction, issueSteps, student, StepStatus.Passed, remark, ""), DecisionSource.Certificate);
        }

        await audit.WriteAsync(transaction, new AuditEntry
        {
            Module = "GraduationClearance",
            Action = "发放证书",
            Subject = $"student:{student.Id}",
            After = new { 学号 = student.StudentNo, 发放 = handedOut, 领取 = request.Receiver.Word(), 领取日期 = request.IssuedOn },
        });
        return handedOut;
    }

    private static async Task RequireFreeAsync(WriteTransaction transaction, CertificateStudent student, IssueItem item)
    {
        if (!IssueRules.Fits(item.Kind, student.LeaveType))
            throw new RefusedException($"该生离校类型为{student.LeaveType}，不能发放{item.Kind.Word()}", "kinds");
        if (await transaction.FirstOrDefaultAsync<Certificate>(
            "select serial_no, issued_by_name, issued_on from graduationclearance_certificate where student_id = @Id and kind = @Kind and void_mark = 0",
            new { student.Id, Kind = (int)item.Kind }) is { } held)
        {
            throw new RefusedException($"该生的{item.Kind.Word()}已由 {held.IssuedByName} 于 {held.IssuedOn:yyyy-MM-dd} 发放（编号 {held.SerialNo}）");
        }

        if (item.SerialNo.Length > 0 && await transaction.FirstOrDefaultAsync<long?>(
            "select id from graduationclearance_certificate where kind = @Kind and serial_no = @SerialNo and void_mark = 0",
            new { Kind = (int)item.Kind, item.SerialNo }) is not null)
        {
            throw new RefusedException($"{item.Kind.Word()}编号 {item.SerialNo} 已发放给其他学生，请核对编号", $"serial-{item.Kind}");
        }
    }

    private object?[] Row(long id, IssueItem item, IssueRequest request)
    {
        var hasDelegate = request.Receiver == Receiver.Delegate;
        var number = hasDelegate ? IdCardNumber.Normalize(request.DelegateIdNo) : "";
        return
        [
            id,
            request.StudentId,
            item.Kind,
            item.SerialNo.Length > 0 ? item.SerialNo : $"CL{id}",
            request.IssuedOn,
            context.Person!.Id,
            context.Person.Name,
            clock.GetUtcNow().UtcDateTime,
            request.Receiver,
            hasDelegate ? request.DelegateName : "",
            hasDelegate ? secrets.Encrypt(number) : null,
            IdCardNumber.Mask(number),
            hasDelegate ? request.DelegatePhone : "",
            request.Note,
            "",
            "",
            0,
            1,
        ];
    }
}
