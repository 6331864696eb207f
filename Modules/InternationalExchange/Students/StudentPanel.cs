using Portal.InternationalExchange.Dossiers;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;

namespace Portal.InternationalExchange.Students;

/// <summary>The dossier on the page of a student from abroad.</summary>
internal sealed class StudentPanel(FilePanelService files) : IRecordPanel
{
    public string Type => IntlStudentType.TypeKey;

    public async Task<RecordPanelView?> FindAsync(RecordView record, RecordRights rights, CancellationToken cancellationToken) =>
        record.IsIn(RecordState.Draft.Key) ? null : new("留学生档案", FilePanelService.Partial, await files.BuildAsync(record, cancellationToken));
}
