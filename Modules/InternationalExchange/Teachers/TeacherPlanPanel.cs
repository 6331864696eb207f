using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;

namespace Portal.InternationalExchange.Teachers;

/// <summary>How much of a plan is used: on its page.</summary>
internal sealed class TeacherPlanPanel(HeadcountQueries headcounts) : IRecordPanel
{
    public string Type => TeacherPlanType.TypeKey;

    public async Task<RecordPanelView?> FindAsync(RecordView record, RecordRights rights, CancellationToken cancellationToken) =>
        record.IsIn("approved", "closed", "archived")
            ? new("人数使用情况", "/Areas/InternationalExchange/Pages/Teachers/_Headcount.cshtml", await headcounts.ListAsync([record.Id], cancellationToken))
            : null;
}
