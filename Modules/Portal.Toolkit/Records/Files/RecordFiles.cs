using Portal.Toolkit.Attachments;

namespace Portal.Toolkit.Records.Files;

/// <summary>What may be attached to records.</summary>
public static class RecordFiles
{
    public const string OwnerKind = "record";

    private const int MostMegabytes = 20;

    /// <summary>The policy of a book's records: documents, tables and pictures of up to 20 MB.</summary>
    public static AttachmentPolicy PolicyOf(RecordBook book) => new()
    {
        Module = book.ModuleId,
        OwnerKind = OwnerKind,
        Kinds =
        [
            .. new[] { AttachmentKind.Pdf, AttachmentKind.Jpeg, AttachmentKind.Png, AttachmentKind.Doc, AttachmentKind.Docx, AttachmentKind.Xls, AttachmentKind.Xlsx }
                .Select(kind => kind.UpTo(MostMegabytes)),
        ],
        MaxFiles = 60,
        AllowsRemoval = true,
    };
}
