using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Schools;

namespace Portal.RegistryTransfer.Students;

/// <summary>学籍变动 of one student. An open application forbids only a change of the grade, which it rests on; a change of the status is told by the out-check as 2002.</summary>
internal sealed class EnrolmentCommands(IWriteTransactions transactions, IAuditLog audit, StudentStore store, ScopeService scope, LocalTime time)
{
    /// <exception cref="StaleException">Somebody else changed the student in between.</exception>
    /// <exception cref="RefusedException">The change does not fit the status, the grade or the day.</exception>
    public Task ChangeAsync(long id, int version, EnrolmentChange change, DateOnly on, string reason, CancellationToken cancellationToken) => transactions.RunAsync(1, async transaction =>
    {
        var before = await StudentStore.TakeAsync(transaction, id, version, scope.Covers);
        if (!before.IsActive || !change.IsPossible(before.Status, Grade.Find(before.Grade), before.SchoolingSystem))
            throw new RefusedException($"学籍状态是{Words.Of(before.Status)}，{Grade.Find(before.Grade)?.Label}，不能办理{change.Label}。");
        if (on > time.Today || on < before.StartOn)
            throw new RefusedException($"变动日期须在入学日期（{before.StartOn:yyyy-MM-dd}）之后，且不晚于今天。", "On");
        if (change.Years != 0 && before.OpenApplication is not null)
            throw new RefusedException($"该生有跨省业务正在办理，不能办理{change.Label}。请先由转入学校撤销申请，或等办理完毕。");
        var (from, grade) = (Grade.Find(before.Grade), change.GradeAfter(Grade.Find(before.Grade), before.SchoolingSystem)?.Code ?? before.Grade);
        var (was, becomes) = (change.Years == 0 ? Words.Of(before.Status) : from?.Label ?? "", change.Outcome(from, before.SchoolingSystem));
        var exit = change.Ends ? change.Label : "";
        var found = await transaction.ExecuteAsync(
            $"""
            update registrytransfer_enrolment
            set status = @To, grade = @grade, version = version + 1{(change.Ends ? ", end_on = @on, exit_reason = @exit, active_student_id = null" : "")}
            where id = @EnrolmentId and active_student_id = @Id and status = @Status
            """,
            new { change.To, grade, on, exit, before.EnrolmentId, before.Id, before.Status });
        if (found != 1)
            throw new StaleException("学生学籍");
        await store.NoteAsync(transaction, id, before.EnrolmentId, change.Label, $"{was} → {becomes}", on, reason);
        await audit.WriteAsync(transaction, new AuditEntry
        {
            Module = "RegistryTransfer",
            Action = $"学籍变动：{change.Label}",
            Subject = $"student:{id}",
            Before = new { 学籍状态 = Words.Of(before.Status), 年级 = before.Grade },
            After = new { 学籍状态 = Words.Of(change.To), 年级 = grade, 日期 = on, 原因 = reason },
        });
    }, cancellationToken);
}
