using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Schools;

namespace Portal.RegistryTransfer.Students;

/// <summary>Adds students to the own school and corrects their facts.</summary>
internal sealed class StudentCommands(IWriteTransactions transactions, IAuditLog audit, StudentStore store, ScopeService scope, LocalTime time)
{
    /// <exception cref="RefusedException">A fact is wrong, or number or document belong to another student.</exception>
    public Task<long> AddAsync(SchoolRow school, StudentDraft draft, CancellationToken cancellationToken) => StudentGuard.RunAsync(() =>
        transactions.RunAsync(StudentStore.IdsPerStudent, async transaction =>
        {
            Refuse(draft.FindFaults(school.Stages, keepsIdNumber: false, time.Today));
            if (school.Status != SchoolStatus.Open)
                throw new RefusedException("学校已撤并，不能建立学籍。");
            if ((await StudentStore.ReadAsync(transaction, [draft.Number])).Count > 0)
                throw new RefusedException(StudentGuard.NumberTaken, nameof(draft.Number));
            var id = (await store.InsertAsync(transaction, school.Id, [draft]))[0];
            await WriteAuditAsync(transaction, "建立学籍", id, null, StudentRecord.Texts(draft, ""));
            return id;
        }, cancellationToken));

    /// <exception cref="StaleException">Somebody else saved in between.</exception>
    /// <exception cref="RefusedException">A fact is wrong, or the document belongs to another student, or an open application rests on the grade.</exception>
    public Task UpdateAsync(long id, int version, StudentDraft draft, CancellationToken cancellationToken) => StudentGuard.RunAsync(() =>
        transactions.RunAsync(1, async transaction =>
        {
            var before = await StudentStore.TakeAsync(transaction, id, version, scope.Covers);
            var after = draft with { Number = before.Number };
            var isSamePerson = (before.BirthDate, before.Gender, before.IdType) == (after.BirthDate, after.Gender, after.IdType);
            Refuse((isSamePerson ? after : store.WithStoredId(after, before)).FindFaults(before.SchoolStages, isSamePerson, time.Today));
            if (!before.IsActive)
                throw new RefusedException($"学籍已{Words.Of(before.Status)}，不能修改。");
            if (before.OpenApplication is not null && before.Grade != after.Grade)
                throw new RefusedException("该生有跨省业务正在办理，年级不能修改。请先由转入学校撤销申请。", nameof(after.Grade));
            await store.UpdateAsync(transaction, before, after);
            var (old, changed) = (StudentRecord.Texts(before.ToDraft(), before.IdCardMasked), StudentRecord.Texts(after, before.IdCardMasked));
            var labels = old.Zip(changed).Where(pair => pair.First.Text != pair.Second.Text).Select(pair => pair.First.Label);
            await store.NoteAsync(transaction, id, before.EnrolmentId, "修改学籍信息", string.Join("、", labels), null, "");
            await WriteAuditAsync(transaction, "修改学籍信息", id, old, changed);
            return id;
        }, cancellationToken));

    private static void Refuse(IEnumerable<(string Field, string Message)> faults)
    {
        foreach (var (field, message) in faults)
            throw new RefusedException(message, field);
    }

    private Task WriteAuditAsync(WriteTransaction transaction, string action, long id, IEnumerable<(string Label, string Text)>? before, IEnumerable<(string Label, string Text)> after) =>
        audit.WriteAsync(transaction, new AuditEntry
        {
            Module = "RegistryTransfer",
            Action = action,
            Subject = $"student:{id}",
            Before = before?.ToDictionary(fact => fact.Label, fact => fact.Text),
            After = after.ToDictionary(fact => fact.Label, fact => fact.Text),
        });
}
