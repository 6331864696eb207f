using Portal.GraduationClearance.Model;

namespace Portal.GraduationClearance.Schemes;

/// <summary>The rows of a step and of what hangs on it.</summary>
internal static class StepRows
{
    private static readonly string[] Columns =
    [
        "id", "scheme_id", "code", "name", "seq", "unit_id", "mode", "is_required", "is_final", "applies_to_hukou_transfer", "applies_to_dormitory",
        "remark_required_on_fail", "place", "hours", "contact", "guide", "due_at", "version",
    ];

    public static async Task InsertAsync(WriteTransaction transaction, IReadOnlyCollection<Step> steps)
    {
        await transaction.InsertAsync("graduationclearance_step", Columns, steps.Select(step => new object?[]
        {
            step.Id, step.SchemeId, step.Code, step.Name, step.Seq, step.UnitId, step.Mode, step.IsRequired, step.IsFinal,
            step.AppliesToHukouTransfer, step.AppliesToDormitory, step.RemarkRequiredOnFail, step.Place, step.Hours, step.Contact, step.Guide, step.DueAt, 1,
        }));
        await InsertPrerequisitesAsync(transaction, steps);
    }

    public static async Task UpdateAsync(WriteTransaction transaction, Step step)
    {
        await transaction.ExecuteAsync(
            """
            update graduationclearance_step
            set code = @Code, name = @Name, unit_id = @UnitId, mode = @mode, is_required = @IsRequired, is_final = @IsFinal,
                applies_to_hukou_transfer = @AppliesToHukouTransfer, applies_to_dormitory = @AppliesToDormitory,
                remark_required_on_fail = @RemarkRequiredOnFail, place = @Place, hours = @Hours, contact = @Contact,
                guide = @Guide, due_at = @DueAt, version = version + 1
            where id = @Id
            """,
            new
            {
                step.Id,
                step.Code,
                step.Name,
                step.UnitId,
                mode = (int)step.Mode,
                step.IsRequired,
                step.IsFinal,
                step.AppliesToHukouTransfer,
                step.AppliesToDormitory,
                step.RemarkRequiredOnFail,
                step.Place,
                step.Hours,
                step.Contact,
                step.Guide,
                step.DueAt,
            });
        await transaction.ExecuteAsync("delete from graduationclearance_step_prerequisite where step_id = @Id", new { step.Id });
        await InsertPrerequisitesAsync(transaction, [step]);
    }

    public static async Task DeleteAsync(WriteTransaction transaction, long stepId)
    {
        await transaction.ExecuteAsync("delete from graduationclearance_step_prerequisite where step_id = @stepId or requires_step_id = @stepId", new { stepId });
        await transaction.ExecuteAsync("delete from graduationclearance_step_grant where step_id = @stepId", new { stepId });
        await transaction.ExecuteAsync("delete from graduationclearance_step_record where step_id = @stepId", new { stepId });
        await transaction.ExecuteAsync("delete from graduationclearance_tally where step_id = @stepId", new { stepId });
        await transaction.ExecuteAsync("delete from graduationclearance_step where id = @stepId", new { stepId });
    }

    /// <summary>Students for whom the step stands decided, or stood so once: their log must keep its step.</summary>
    public static Task<int> CountEverDecidedAsync(WriteTransaction transaction, long stepId) => transaction.ScalarAsync<int>(
        """
        select count(*)
        from graduationclearance_step_record r
        where r.step_id = @stepId
          and (r.status in (@passed, @failed)
               or exists (select 1 from graduationclearance_step_record_log l
                          where l.student_id = r.student_id and l.step_id = r.step_id and l.from_status in (@passed, @failed)))
        """,
        new { stepId, passed = (int)StepStatus.Passed, failed = (int)StepStatus.Failed });

    private static Task InsertPrerequisitesAsync(WriteTransaction transaction, IEnumerable<Step> steps) => transaction.InsertAsync(
        "graduationclearance_step_prerequisite",
        ["step_id", "requires_step_id"],
        steps.SelectMany(step => step.PrerequisiteIds.Select(id => new object?[] { step.Id, id })));
}
