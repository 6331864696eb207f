using Portal.Toolkit.Attachments;

namespace Portal.Samples.DropIn.Pages.Calendars;

/// <summary>The files of a term: what may be attached, and who may read them.</summary>
internal sealed class CalendarFiles(IUnitContext context) : IAttachmentAccess
{
    public static AttachmentPolicy Policy { get; } = new()
    {
        Module = "Samples.DropIn",
        OwnerKind = "term",
        Kinds = [AttachmentKind.Pdf.UpTo(5), AttachmentKind.Jpeg.UpTo(2), AttachmentKind.Png.UpTo(2)],
    };

    public string Module => Policy.Module;

    public string OwnerKind => Policy.OwnerKind;

    public Task<bool> MayReadAsync(long ownerId, CancellationToken cancellationToken) => Task.FromResult(context.Has(Permissions.ManageTerms));
}
