using Portal.GraduationClearance.Certificates;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Schemes;

namespace Portal.GraduationClearance.Roster;

/// <summary>Adds students to the roster of a scheme and changes their facts.</summary>
public sealed class RosterCommands(IWriteTransactions transactions, IAuditLog audit, ISecretText secrets, IUnitTree tree, RosterFactsService facts)
{
    /// <summary>Adds students; their records come with the initialisation.</summary>
    /// <exception cref="RefusedException">A student's facts are wrong, or a 学号, 考生号 or 身份证号 is in the roster already; nobody was added.</exception>
    public async Task AddAsync(long schemeId, IReadOnlyList<RosterStudent> students, CancellationToken cancellationToken)
    {
        foreach (var student in students)
        {
            foreach (var (field, message) in RosterChecks.FindFaults(student, tree))
                throw new RefusedException(students.Count == 1 ? message : $"学号 {student.StudentNo}：{message}", field);
        }

        var rows = students.Select(student => ToRow(student, schemeId)).ToArray();
        await Guard(() => transactions.RunAsync(rows.Length, async transaction =>
        {
            await SchemeLock.TakeForChangeAsync(transaction, schemeId);
            await RosterRows.InsertAsync(transaction, rows.Select(row => row with { Id = transaction.NextId() }));
            await WriteAuditAsync(transaction, "加入离校名单", $"scheme:{schemeId}", null, new { 人数 = rows.Length, 学号 = rows.Take(20).Select(row => row.StudentNo) });
        }, cancellationToken));
    }

    /// <summary>Changes one student's facts; an empty ID number keeps the stored one unless it is to be cleared.</summary>
    /// <exception cref="StaleException">The version is not the stored one any more.</exception>
    /// <exception cref="RefusedException">The facts are wrong or taken, or the student is removed.</exception>
    public async Task UpdateAsync(long schemeId, long studentId, int version, RosterStudent student, bool clearIdCard, CancellationToken cancellationToken)
    {
        foreach (var (field, message) in RosterChecks.FindFaults(student, tree))
            throw new RefusedException(message, field);
        var typed = ToRow(student, schemeId);
        await Guard(() => transactions.RunAsync(RosterFactsService.MaxStepsPerScheme, async transaction =>
        {
            await SchemeLock.TakeForChangeAsync(transaction, schemeId);
            var before = await TakeAsync(transaction, schemeId, studentId, version);
            if (before.Status == RosterStatus.Removed)
                throw new RefusedException("该生已移出本方案，请先恢复再修改。");
            if (before.LeaveType != typed.LeaveType)
                await RequireFittingCertificatesAsync(transaction, studentId, typed.LeaveType);
            var keepsIdCard = typed.IdCardHash is null && !clearIdCard;
            var after = typed with
            {
                Id = studentId,
                IdCardSecret = keepsIdCard ? before.IdCardSecret : typed.IdCardSecret,
                IdCardHash = keepsIdCard ? before.IdCardHash : typed.IdCardHash,
                IdCardMasked = keepsIdCard ? before.IdCardMasked : typed.IdCardMasked,
                BirthDate = typed.BirthDate ?? (keepsIdCard ? before.BirthDate : null),
            };
            var changed = await facts.SaveAsync(transaction, schemeId, [(before, after)], RosterFactsService.MaxStepsPerScheme);
            if (changed == 0)
                transaction.WithoutAudit("The facts are the same; nothing changed.");
            else
                await WriteAuditAsync(transaction, "修改离校学生", $"student:{studentId}", RosterSummary.Of(before, tree), RosterSummary.Of(after, tree));
        }, cancellationToken));
    }

    /// <summary>The row that would hold this student, without id.</summary>
    internal RosterRow ToRow(RosterStudent student, long schemeId)
    {
        var number = student.IdCardNo is { Length: > 0 } text ? IdCardNumber.Normalize(text) : null;
        return new RosterRow
        {
            SchemeId = schemeId,
            StudentNo = student.StudentNo.Trim(),
            ExamNo = string.IsNullOrWhiteSpace(student.ExamNo) ? null : student.ExamNo.Trim(),
            Name = student.Name.Trim(),
            Gender = student.Gender.Trim(),
            BirthDate = (number is null ? null : IdCardNumber.BirthDate(number)) ?? student.BirthDate,
            IdCardSecret = number is null ? null : secrets.Encrypt(number),
            IdCardHash = number is null ? null : secrets.Hash(number),
            IdCardMasked = number is null ? "" : IdCardNumber.Mask(number),
            DepartmentId = student.DepartmentId,
            Major = student.Major.Trim(),
            ClassName = student.ClassName.Trim(),
            Grade = student.Grade.Trim(),
            StudentCategory = student.StudentCategory.Trim(),
            EducationLevel = student.EducationLevel.Trim(),
            HukouTransfer = student.HukouTransfer,
            HasDormitory = student.HasDormitory,
            Dormitory = student.Dormitory.Trim(),
            LeaveType = student.LeaveType.Trim(),
            Version = 1,
        };
    }

    internal static async Task<RosterRow> TakeAsync(WriteTransaction transaction, long schemeId, long studentId, int version)
    {
        var row = await RosterRows.TakeAsync(transaction, schemeId, studentId) ?? throw new RefusedException("该生不在本方案的名单中。");
        return row.Version == version ? row : throw new StaleException($"学生 {row.Name}（{row.StudentNo}）");
    }

    private static async Task RequireFittingCertificatesAsync(WriteTransaction transaction, long studentId, string leaveType)
    {
        var issued = await transaction.QueryAsync<Certificate>(
            "select id, kind, serial_no, version from graduationclearance_certificate where student_id = @studentId and void_mark = 0", new { studentId });
        if (issued.FirstOrDefault(certificate => !IssueRules.Fits(certificate.Kind, leaveType)) is { } misfit)
        {
            throw new RefusedException(
                $"该生已发放{misfit.Kind.Word()}（编号 {misfit.SerialNo}），与离校类型“{leaveType}”不符。请先作废发放记录，再修改离校类型。", nameof(RosterStudent.LeaveType));
        }
    }

    private static async Task Guard(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (DbException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            throw new RefusedException("学号、考生号或身份证号已在本方案的名单中，没有保存。请核对后重试。", nameof(RosterStudent.StudentNo));
        }
    }

    private Task WriteAuditAsync(WriteTransaction transaction, string action, string subject, object? before, object? after) =>
        audit.WriteAsync(transaction, new AuditEntry { Module = "GraduationClearance", Action = action, Subject = subject, Before = before, After = after });
}
