using Portal.RegistryTransfer.Numbers;
using Portal.RegistryTransfer.Schools;

namespace Portal.RegistryTransfer.Students;

/// <summary>Finds a student of the own unit by a present or prior number; each search leaves an audit row.</summary>
internal sealed class StudentFindCommands(IWriteTransactions transactions, IAuditLog audit, ScopeService scope)
{
    /// <summary>The student; null when no school in reach has or had one with this number.</summary>
    public Task<long?> FindAsync(string number, CancellationToken cancellationToken) => transactions.RunAsync(0, async transaction =>
    {
        var id = await transaction.FirstOrDefaultAsync<long?>(
            """
            select known.student_id
            from registrytransfer_student_number known
            join registrytransfer_enrolment enrolment on enrolment.student_id = known.student_id
            join organisation_unit unit on unit.id = enrolment.school_id
            where known.number = @number and unit.path >= @From and unit.path < @To
            limit 1
            """,
            new { number, scope.From, scope.To });
        await audit.WriteAsync(transaction, new AuditEntry
        {
            Module = "RegistryTransfer",
            Action = "按学籍号查找学生",
            Subject = id is null ? "student:none" : $"student:{id}",
            After = new { 全国学籍号 = StudentNumber.Mask(number), 结果 = id is null ? "未查到" : "查到" },
        });
        return id;
    }, cancellationToken);
}
