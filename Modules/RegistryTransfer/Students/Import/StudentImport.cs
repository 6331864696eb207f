using System.Globalization;
using Portal.RegistryTransfer.Model;
using Portal.RegistryTransfer.Schools;
using Portal.Toolkit.Imports;
using Portal.Toolkit.Spreadsheets;

namespace Portal.RegistryTransfer.Students.Import;

/// <summary>学生导入 of the own school: new students and changed facts. What changed since the preview is refused row by row.</summary>
internal sealed class StudentImport(SchoolQueries schools, StudentStore store, IUnitContext context, IAuditLog audit, LocalTime time)
    : Import<StudentImportChoice, StudentDraft, PlannedStudent>
{
    private const string Elsewhere = "该学籍号的学生不在本校，不能导入；转入请走跨省转学";

    public override string Id => "RegistryTransfer.Students";

    public override string Title => "学生学籍";

    public override string Permission => Permissions.ManageStudents;

    public override string Counted => "人";

    public static string TopicOf(long schoolId) => schoolId.ToString(CultureInfo.InvariantCulture);

    protected override ImportPlan<StudentDraft> PlanFor(StudentImportChoice argument) => new StudentPlan(argument.Stages, time.Today);

    protected override async Task<ImportTarget> OpenAsync(StudentImportChoice argument, CancellationToken cancellationToken)
    {
        if (argument.SchoolId != context.UnitId || await schools.FindAsync(argument.SchoolId, cancellationToken) is not { Status: SchoolStatus.Open } school)
            throw new RefusedException("只能导入本校的学生；学校须在办。");
        return new ImportTarget { Subject = school.Name, Topic = TopicOf(school.Id), IdsPerRow = StudentStore.IdsPerStudent };
    }

    protected override async Task<IReadOnlyList<CheckedRow<PlannedStudent>>> CheckAsync(
        WriteTransaction transaction, StudentImportChoice argument, ImportResult<StudentDraft> file, IReadOnlyList<ImportRow<StudentDraft>> rows)
    {
        var drafts = rows.Select(row => row.Value!).ToArray();
        var stored = await StudentStore.ReadAsync(transaction, [.. drafts.Select(draft => draft.Number)]);
        var claimed = await StudentStore.ClaimedAsync(transaction, [.. drafts.Select(draft => store.HashOf(draft.IdNumber)).OfType<string>()]);
        return [.. drafts.Select(draft => Compare(argument.SchoolId, draft, stored.GetValueOrDefault(draft.Number), claimed))];
    }

    protected override async Task<IReadOnlyList<DeviantRow>> ApplyAsync(
        WriteTransaction transaction, StudentImportChoice argument, ImportBatch batch, IReadOnlyList<PlannedRow<PlannedStudent>> rows)
    {
        var stored = await StudentStore.ReadAsync(transaction, [.. rows.Select(row => row.Action.Draft.Number)]);
        var claimed = await StudentStore.ClaimedAsync(transaction, [.. rows.Select(row => store.HashOf(row.Action.Draft.IdNumber)).OfType<string>()]);
        var refused = new List<DeviantRow>();
        var added = new List<StudentDraft>();
        foreach (var row in rows)
        {
            var (draft, before) = (row.Action.Draft, stored.GetValueOrDefault(row.Action.Draft.Number));
            var result = Compare(argument.SchoolId, draft, before, claimed);
            if (result.Outcome == ImportOutcome.Rejected || before?.Version != row.Action.Version)
                refused.Add(new(row.RowNumber, ImportOutcome.Rejected, result.Outcome == ImportOutcome.Rejected ? result.Message : "预检后该生的学籍有变动，没有导入；请重新预检"));
            else if (before is null)
                added.Add(draft);
            else if (result.Outcome == ImportOutcome.Unchanged)
                refused.Add(new(row.RowNumber, ImportOutcome.Unchanged, result.Message));
            else
                await UpdateAsync(transaction, before, draft);
        }

        await store.InsertAsync(transaction, argument.SchoolId, added);
        await audit.WriteAsync(transaction, new AuditEntry
        {
            Module = Module,
            Action = "导入学生学籍",
            Subject = $"import:{batch.Id}",
            After = new { 学校 = batch.Subject, 新增 = added.Count, 更新 = rows.Count - added.Count - refused.Count },
        });
        return refused;
    }

    private async Task UpdateAsync(WriteTransaction transaction, StudentRecord before, StudentDraft draft)
    {
        await transaction.ExecuteAsync("update registrytransfer_student set version = version + 1 where id = @Id", new { before.Id });
        await store.UpdateAsync(transaction, before, draft);
        await store.NoteAsync(transaction, before.Id, before.EnrolmentId, "导入更新", string.Join("、", Changed(before, draft)), null, "");
    }

    private CheckedRow<PlannedStudent> Compare(long schoolId, StudentDraft draft, StudentRecord? before, HashSet<string> claimed)
    {
        var hash = store.HashOf(draft.IdNumber);
        if (before is null)
        {
            if (IdNumber.FindFault(draft.IdType, draft.IdNumber, draft.BirthDate, draft.Gender, time.Today) is { } fault)
                return Reject("身份证件号", fault);
            return hash is not null && claimed.Contains(hash) ? Reject("身份证件号", StudentGuard.IdTaken) : Plan(ImportOutcome.Addition, draft, null);
        }

        if (before.SchoolId != schoolId || !before.IsActive)
            return Reject("全国学籍号", Elsewhere);
        if (before.Number != draft.Number)
            return Reject("全国学籍号", $"该号已换发，请改用现用学籍号 {before.Number}");
        if (before.Status != draft.Status)
            return Reject("学籍状态", $"现在的状态是{Words.Of(before.Status)}，请用“学籍变动”办理，不能用导入修改");
        if (before.OpenApplication is not null && before.Grade != draft.Grade)
            return Reject("年级", "该生有跨省业务正在办理，年级不能修改");
        if (hash is not null && hash != before.IdCardHash && claimed.Contains(hash))
            return Reject("身份证件号", StudentGuard.IdTaken);
        if (before.OpenApplication is ApplicationStatus.Archiving or ApplicationStatus.ArchiveFailed)
            return Reject("全国学籍号", "该生的学籍正在调档，不能变动");
        if (hash is null && before.IdCardHash is null && draft.IdType != IdType.Other)
            return Reject("身份证件号", $"证件类型为{Words.Of(draft.IdType)}时须填写证件号");
        var changes = Changed(before, draft);
        return changes.Count == 0
            ? new() { Outcome = ImportOutcome.Unchanged, Message = "与现有学籍一致" }
            : Plan(ImportOutcome.Change, draft, before.Version) with { Message = string.Join("、", changes) };
    }

    private List<string> Changed(StudentRecord before, StudentDraft draft)
    {
        var keptId = draft.IdNumber is null || store.HashOf(draft.IdNumber) == before.IdCardHash;
        return
        [
            .. StudentRecord.Texts(before.ToDraft(), "").Zip(StudentRecord.Texts(draft with { IdNumber = null }, ""))
                .Where(pair => pair.First.Text != pair.Second.Text).Select(pair => pair.First.Label),
            .. keptId ? Array.Empty<string>() : ["证件号"],
        ];
    }

    private static CheckedRow<PlannedStudent> Plan(ImportOutcome outcome, StudentDraft draft, int? version) =>
        new() { Outcome = outcome, Action = new() { Draft = draft, Version = version } };

    private static CheckedRow<PlannedStudent> Reject(string field, string message) =>
        new() { Outcome = ImportOutcome.Rejected, Code = "registry", Field = field, Message = message };
}
