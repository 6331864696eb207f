using Portal.GraduationClearance.Access;
using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Decisions;

/// <summary>批量通过 and 批量不通过: many students, one step, one note, one batch id.</summary>
public sealed class BatchCommands(IWriteTransactions transactions, DecisionCommands decisions, OperatorStepQueries operatorSteps, IUnitContext context, TimeProvider clock)
{
    /// <summary>The answer for a student whom this operator may not decide; his name stays untold.</summary>
    public const string OutOfReach = "不在您的办理范围";

    private static readonly string[] RowColumns = ["batch_id", "student_id", "outcome", "message"];

    /// <exception cref="RefusedException">Nobody is ticked, the step is not the operator's, or the scheme takes no decisions now.</exception>
    public async Task<DecisionResult> DecideAsync(long schemeId, long stepId, bool isPass, string note, IReadOnlyList<(long StudentId, int? Version)> students, CancellationToken cancellationToken)
    {
        if (students.Count == 0)
            throw new RefusedException("请先选择学生");
        var step = await operatorSteps.FindAsync(schemeId, stepId, cancellationToken)
            ?? throw new RefusedException("您没有该环节的办理授权，请刷新页面或联系管理员。");
        return await transactions.RunAsync(students.Count + 3, async transaction =>
        {
            var batchId = transaction.NextId();
            var result = await decisions.DecideAsync(
                transaction,
                new Decision
                {
                    SchemeId = schemeId,
                    StepId = stepId,
                    Source = DecisionSource.Batch,
                    BatchId = batchId,
                    Targets = [.. students.Select(student => new DecisionTarget(student.StudentId, student.Version, isPass, note))],
                },
                step);
            await transaction.ExecuteAsync(
                """
                insert into graduationclearance_batch (id, scheme_id, step_id, passed, note, handled, unchanged, refused, person_id, person_name, at)
                values (@batchId, @schemeId, @stepId, @isPass, @note, @Handled, @Unchanged, @Refused, @personId, @personName, @now)
                """,
                new
                {
                    batchId,
                    schemeId,
                    stepId,
                    isPass,
                    note = note.Length > Decision.MaxRemark ? note[..Decision.MaxRemark] : note,
                    result.Handled,
                    result.Unchanged,
                    result.Refused,
                    personId = context.Person!.Id,
                    personName = context.Person.Name,
                    now = clock.GetUtcNow().UtcDateTime,
                });
            await transaction.InsertAsync(
                "graduationclearance_batch_row",
                RowColumns,
                result.Rows.Where(row => row.Outcome != DecisionOutcome.Handled).Select(row => new object?[] { batchId, row.StudentId, row.Outcome, row.Message }));
            return result;
        }, cancellationToken);
    }
}
