using Portal.Toolkit.Attachments;
using Portal.Toolkit.Records.Reading;

namespace Portal.Toolkit.Records.Files;

/// <summary>Files are read by whoever reads the record in full.</summary>
internal sealed class RecordFileAccess(string moduleId, RecordQueries records) : IAttachmentAccess
{
    public string Module { get; } = moduleId;

    public string OwnerKind => RecordFiles.OwnerKind;

    public Task<bool> MayReadAsync(long ownerId, CancellationToken cancellationToken) => records.MayReadFilesAsync(ownerId, Module, cancellationToken);
}
