using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Numbers;
using Portal.RegistryTransfer.Schools;

namespace Portal.RegistryTransfer.Students;

/// <summary>换发正式学籍号: L or J becomes G with the identity card; the old number keeps leading to the student.</summary>
internal sealed class NumberCommands(IWriteTransactions transactions, IAuditLog audit, StudentStore store, ScopeService scope, LocalTime time, TimeProvider clock)
{
    /// <param name="id">The student.</param>
    /// <param name="version">As the page saw it.</param>
    /// <param name="idNumber">The identity card; the new number is G and this.</param>
    /// <param name="reason">For the history.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    /// <returns>The new number.</returns>
    /// <exception cref="StaleException">Somebody else changed the student in between.</exception>
    /// <exception cref="RefusedException">The card is wrong or another student's, or the number is a G already.</exception>
    public async Task<string> ReissueAsync(long id, int version, string idNumber, string reason, CancellationToken cancellationToken)
    {
        var number = $"G{idNumber}";
        await StudentGuard.RunAsync(() => transactions.RunAsync(1, async transaction =>
        {
            var before = await StudentStore.TakeAsync(transaction, id, version, scope.Covers);
            if (StudentNumber.KindOf(before.Number) == StudentNumberKind.G)
                throw new RefusedException("该生已有正式学籍号，不再换发。身份证号变更不改变学籍号。");
            if (IdNumber.FindFault(IdType.ResidentCard, idNumber, before.BirthDate, before.Gender, time.Today) is { } fault)
                throw new RefusedException(fault, "IdNumber");
            await store.UpdateAsync(transaction, before, before.ToDraft() with { IdType = IdType.ResidentCard, IdNumber = idNumber });
            await transaction.ExecuteAsync("update registrytransfer_student set number = @number, number_kind = @G where id = @id", new { number, StudentNumberKind.G, id });
            await transaction.ExecuteAsync(
                "update registrytransfer_student_number set replaced_at = @now where student_id = @id and replaced_at is null", new { id, now = clock.GetUtcNow().UtcDateTime });
            await transaction.InsertAsync("registrytransfer_student_number", ["number", "student_id"], [[number, id]]);
            await store.NoteAsync(transaction, id, before.EnrolmentId, "换发学籍号", $"{before.Number} → {StudentNumber.Mask(number)}", null, reason);
            await audit.WriteAsync(transaction, new AuditEntry
            {
                Module = "RegistryTransfer",
                Action = "换发学籍号",
                Subject = $"student:{id}",
                Before = new { 全国学籍号 = StudentNumber.Mask(before.Number) },
                After = new { 全国学籍号 = StudentNumber.Mask(number), 原因 = reason },
            });
            return id;
        }, cancellationToken));
        return number;
    }
}
