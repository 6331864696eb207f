using Portal.GraduationClearance.Decisions;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Schemes;

namespace Portal.GraduationClearance.Certificates;

/// <summary>Keeps the steps decided by issuing (证书发放) in line with the certificates a student holds.</summary>
internal static class IssueStep
{
    /// <summary>The changes that bring these steps to the status, for a student who is locked; none where they have it or are 无需办理.</summary>
    public static async Task<IReadOnlyList<RecordChange>> ChangesAsync(
        WriteTransaction transaction, IReadOnlyList<StepHead> issueSteps, CertificateStudent student, StepStatus to, string remark, string reason)
    {
        var changes = new List<RecordChange>();
        foreach (var step in issueSteps)
        {
            var record = (await RecordReader.ReadAsync(transaction, step.Id, [student.Id])).GetValueOrDefault(student.Id);
            if (record is not null && record.Status != to && record.Status != StepStatus.NotRequired)
                changes.Add(new(student.Id, step.Id, student.DepartmentId, record.Status, to, record.Remark, remark, reason));
        }

        return changes;
    }

    /// <summary>Waits for whoever changes this student now, then reads him anew.</summary>
    /// <exception cref="RefusedException">He is no longer in the scheme, or the scheme is not open.</exception>
    public static async Task<CertificateStudent> LockAsync(WriteTransaction transaction, long schemeId, long studentId)
    {
        await SchemeLock.ShareAsync(transaction, schemeId);
        await RecordReader.LockAsync(transaction, schemeId, [studentId]);
        var student = await transaction.FirstOrDefaultAsync<CertificateStudent>(
            $"select {CertificateStudentQueries.Columns} {CertificateStudentQueries.From} where s.id = @studentId", new { studentId })
            ?? throw new RefusedException("该学生已不在离校名单中。");
        if (student.Status == RosterStatus.Removed)
            throw new RefusedException($"该生已移出本方案{(student.RemovedReason.Length > 0 ? $"（{student.RemovedReason}）" : "")}，请先由系统管理员恢复。");

        // Certificates are often fetched after the last day of the window; only closing the scheme ends it.
        if (student.SchemeStatus != SchemeStatus.Open)
            throw new RefusedException($"离校方案“{student.SchemeName}”{Words.Of(student.SchemeStatus)}，不能发放或作废证书。请联系系统管理员重新打开方案。");
        return student;
    }
}
