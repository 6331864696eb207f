using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Schools;

namespace Portal.RegistryTransfer.Students;

/// <summary>问题学籍处理 by the bureau: a flag blocks transfers (2003); it goes by proof (佐证) or by correction (变更).</summary>
internal sealed class ProblemCommands(IWriteTransactions transactions, IAuditLog audit, StudentStore store, ScopeService scope, LocalTime time)
{
    public const string Proof = "佐证";

    public const string Correction = "变更";

    /// <param name="id">The student.</param>
    /// <param name="version">As the page saw it.</param>
    /// <param name="flag">None clears it.</param>
    /// <param name="method">How it was cleared; empty when a flag is set.</param>
    /// <param name="correction">For 变更: the right name or identity number; nulls keep what is stored.</param>
    /// <param name="note">The evidence, or why it is flagged.</param>
    /// <param name="cancellationToken">Cancels before the commit.</param>
    /// <exception cref="StaleException">Somebody else changed the student in between.</exception>
    /// <exception cref="RefusedException">The correction is wrong, or another student holds the same identity number.</exception>
    public Task SetAsync(long id, int version, ProblemFlag flag, string method, (string? Name, string? IdNumber) correction, string note, CancellationToken cancellationToken) =>
        StudentGuard.RunAsync(() => transactions.RunAsync(1, async transaction =>
        {
            var before = await StudentStore.TakeAsync(transaction, id, version, scope.Covers);
            if (before.Problem == flag)
                throw new RefusedException(flag == ProblemFlag.None ? "该生没有问题学籍标记。" : "该生已有这个标记。", "Flag");
            var draft = before.ToDraft() with { Name = correction.Name ?? before.Name, IdNumber = correction.IdNumber };
            foreach (var (field, message) in draft.FindFaults(before.SchoolStages, keepsIdNumber: true, time.Today).Where(fault => fault.Field is "Name" or "IdNumber"))
                throw new RefusedException(message, field);
            await transaction.ExecuteAsync("update registrytransfer_student set problem = @flag where id = @id", new { flag, id });
            await store.UpdateAsync(transaction, before with { Problem = flag }, draft);
            var action = flag == ProblemFlag.None ? $"问题学籍处理（{method}）" : "标记问题学籍";
            await store.NoteAsync(transaction, id, before.EnrolmentId, action, Words.Of(flag == ProblemFlag.None ? before.Problem : flag), null, note);
            await audit.WriteAsync(transaction, new AuditEntry
            {
                Module = "RegistryTransfer",
                Action = action,
                Subject = $"student:{id}",
                Before = new { 问题学籍 = Words.Of(before.Problem), 姓名 = before.Name, 证件号 = before.IdCardMasked },
                After = new { 问题学籍 = Words.Of(flag), 姓名 = draft.Name, 证件号 = draft.IdNumber is null ? before.IdCardMasked : IdNumber.Mask(draft.IdNumber), 说明 = note },
            });
            return id;
        }, cancellationToken));
}
