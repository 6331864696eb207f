using System.Globalization;
using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Decisions;
using Portal.GraduationClearance.Model;
using Portal.Toolkit.Imports;
using Portal.Toolkit.Spreadsheets;

namespace Portal.GraduationClearance.Imports;

/// <summary>批量导入 of decisions at one step. Scheme, grant, versions and prerequisites are checked again when rows are imported.</summary>
public sealed class DecisionImport(OperatorStepQueries operatorSteps, SchemeQueries schemes, DecisionCommands decisions, ISecretText secrets, TimeProvider clock, LocalTime time)
    : Import<DecisionChoice, DecisionLine, DecisionTarget>
{
    public override string Id => "GraduationClearance.Decisions";

    public override string Title => "离校办理结果";

    public override string Permission => Permissions.Decide;

    public override string Counted => "人";

    public override bool Adds => false;

    protected override ImportPlan<DecisionLine> PlanFor(DecisionChoice argument) => new DecisionPlan(argument.MatchBy);

    protected override async Task<ImportTarget> OpenAsync(DecisionChoice argument, CancellationToken cancellationToken)
    {
        var scheme = await schemes.FindAsync(argument.SchemeId, cancellationToken) ?? throw new RefusedException("离校方案不存在。");
        if (!scheme.IsOpenAt(clock.GetUtcNow().UtcDateTime))
            throw new RefusedException($"离校方案“{scheme.Name}”当前不在办理期内，没有导入任何学生。");
        var step = await RequireStepAsync(argument, cancellationToken);
        return new ImportTarget { Subject = step.Name, Topic = TopicOf(argument.SchemeId) };
    }

    protected override async Task<IReadOnlyList<CheckedRow<DecisionTarget>>> CheckAsync(
        WriteTransaction transaction, DecisionChoice argument, ImportResult<DecisionLine> file, IReadOnlyList<ImportRow<DecisionLine>> rows)
    {
        var step = await RequireStepAsync(argument, transaction.CancellationToken);
        return await new RowMatcher(argument, step, secrets, time).CheckAsync(transaction, [.. rows.Select(row => row.Value!)]);
    }

    protected override CheckedRow<DecisionTarget> Reject(ImportRow<DecisionLine> row)
    {
        var (code, error) = RowCode.First(row.Errors);
        var message = code is RowCode.Blank or RowCode.SpecialCharacters ? $"第{row.RowNumber}行 {error.Message}" : error.Message;
        return new() { Outcome = ImportOutcome.Rejected, Code = code, Field = error.Column, Message = message };
    }

    protected override async Task<IReadOnlyList<DeviantRow>> ApplyAsync(
        WriteTransaction transaction, DecisionChoice argument, ImportBatch batch, IReadOnlyList<PlannedRow<DecisionTarget>> rows)
    {
        var decision = new Decision
        {
            SchemeId = argument.SchemeId,
            StepId = argument.StepId,
            Source = DecisionSource.Import,
            BatchId = batch.Id,
            Targets = [.. rows.Select(row => row.Action)],
        };
        var result = await decisions.DecideAsync(transaction, decision, await RequireStepAsync(argument, transaction.CancellationToken));
        var rowNumbers = rows.ToDictionary(row => row.Action.StudentId, row => row.RowNumber);
        return
        [
            .. result.Rows.Where(row => row.Outcome != DecisionOutcome.Handled).Select(row => row.Outcome == DecisionOutcome.Unchanged
                ? new DeviantRow(rowNumbers[row.StudentId], ImportOutcome.Unchanged, "")
                : new DeviantRow(rowNumbers[row.StudentId], ImportOutcome.Rejected, row.Message)),
        ];
    }

    /// <summary>By what the imports of a scheme are found again.</summary>
    internal static string TopicOf(long schemeId) => schemeId.ToString(CultureInfo.InvariantCulture);

    private async Task<OperatorStep> RequireStepAsync(DecisionChoice argument, CancellationToken cancellationToken) =>
        await operatorSteps.FindAsync(argument.SchemeId, argument.StepId, cancellationToken)
        ?? throw new RefusedException("您没有该环节的办理授权，没有导入任何学生。请刷新页面或联系管理员。");
}
