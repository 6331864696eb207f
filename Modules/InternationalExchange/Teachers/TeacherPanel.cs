using Portal.InternationalExchange.Dossiers;
using Portal.Toolkit.Records;
using Portal.Toolkit.Records.Access;

namespace Portal.InternationalExchange.Teachers;

/// <summary>The dossier on the page of a foreign teacher, with the stage he is in.</summary>
internal sealed class TeacherPanel(FilePanelService files) : IRecordPanel
{
    public string Type => ForeignTeacherType.TypeKey;

    public async Task<RecordPanelView?> FindAsync(RecordView record, RecordRights rights, CancellationToken cancellationToken) =>
        record.IsIn(RecordState.Draft.Key) ? null : new("外籍教师档案", FilePanelService.Partial, await files.BuildAsync(record, cancellationToken));
}
