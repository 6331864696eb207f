using System.Globalization;
using Portal.GraduationClearance.Decisions;
using Portal.GraduationClearance.Model;
using Portal.GraduationClearance.Schemes;
using Portal.Toolkit.Imports;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Roster.Import;

/// <summary>名单导入: adds and changes students. What changed in the roster since the preview is refused row by row.</summary>
public sealed class RosterImport(
    SchemeQueries schemes, StepQueries steps, RosterCommands commands, RosterFactsService facts, ISecretText secrets, IUnitTree tree, IUnitContext context, IAuditLog audit)
    : Import<RosterChoice, RosterLine, PlannedFacts>
{
    public override string Id => "GraduationClearance.Roster";

    public override string Title => "离校名单";

    public override string Permission => Permissions.Configure;

    public override string Counted => "人";

    protected override ImportPlan<RosterLine> PlanFor(RosterChoice argument) => new RosterPlan(tree, context);

    protected override async Task<ImportTarget> OpenAsync(RosterChoice argument, CancellationToken cancellationToken)
    {
        var scheme = SchemeLock.RequireChangeable(await schemes.FindAsync(argument.SchemeId, cancellationToken) ?? throw new RefusedException("离校方案不存在。"));
        return new ImportTarget
        {
            Subject = scheme.Name,
            Topic = TopicOf(scheme.Id),
            IdsPerRow = 1 + (await steps.ListAsync(scheme.Id, cancellationToken)).Count,
        };
    }

    protected override async Task<IReadOnlyList<CheckedRow<PlannedFacts>>> CheckAsync(
        WriteTransaction transaction, RosterChoice argument, ImportResult<RosterLine> file, IReadOnlyList<ImportRow<RosterLine>> rows)
    {
        var lines = rows.Select(row => row.Value!).ToArray();
        var stored = await RosterMatch.ReadAsync(
            transaction,
            argument.SchemeId,
            RosterRows.ComparedColumns,
            lines.Select(line => line.StudentNo),
            lines.Select(line => line.ExamNo).OfType<string>(),
            lines.Select(line => line.IdCardNo).OfType<string>().Select(secrets.Hash));
        var matcher = new RosterMatcher(argument.SchemeId, stored, new RosterPlan(tree, context).ColumnsOf(file.Headers), commands, secrets, tree);
        return [.. lines.Select(matcher.Check)];
    }

    protected override async Task<IReadOnlyList<DeviantRow>> ApplyAsync(
        WriteTransaction transaction, RosterChoice argument, ImportBatch batch, IReadOnlyList<PlannedRow<PlannedFacts>> rows)
    {
        await SchemeLock.TakeForChangeAsync(transaction, argument.SchemeId);
        await RecordReader.LockAsync(transaction, argument.SchemeId, rows.Select(row => row.Action.StudentId).OfType<long>());
        var stored = await ReadAsync(transaction, argument.SchemeId, rows);
        var additions = new List<RosterRow>();
        var changes = new List<(RosterRow, RosterRow)>();
        var refused = new List<DeviantRow>();
        foreach (var row in rows)
        {
            var before = row.Action.StudentId is { } id ? stored.Find(id) : null;
            var after = row.Action.ToRow(commands, argument.SchemeId, before);
            if (stored.Refuse(row.Action, after) is { } reason)
            {
                refused.Add(new(row.RowNumber, ImportOutcome.Rejected, reason));
                continue;
            }

            stored.Claim(after);
            if (before is null)
                additions.Add(after with { Id = transaction.NextId() });
            else
                changes.Add((before, after));
        }

        await RosterRows.InsertAsync(transaction, additions);
        await facts.SaveAsync(transaction, argument.SchemeId, changes, changes.Count * (1 + (await StepQueries.ListAsync(transaction, argument.SchemeId)).Count));
        await audit.WriteAsync(transaction, new AuditEntry
        {
            Module = Module,
            Action = "导入离校名单",
            Subject = $"import:{batch.Id}",
            After = new { 方案 = batch.Subject, 新增 = additions.Count, 更新 = changes.Count },
        });
        return refused;
    }

    /// <summary>By what the imports of a scheme are found again.</summary>
    internal static string TopicOf(long schemeId) => schemeId.ToString(CultureInfo.InvariantCulture);

    private Task<RosterMatch> ReadAsync(WriteTransaction transaction, long schemeId, IReadOnlyList<PlannedRow<PlannedFacts>> rows)
    {
        var students = rows.Select(row => row.Action.Student).ToArray();
        return RosterMatch.ReadAsync(
            transaction,
            schemeId,
            RosterRows.Columns,
            students.Select(student => student.StudentNo),
            students.Select(student => student.ExamNo).OfType<string>(),
            students.Select(student => student.IdCardNo).OfType<string>().Select(number => secrets.Hash(IdCardNumber.Normalize(number))));
    }
}
