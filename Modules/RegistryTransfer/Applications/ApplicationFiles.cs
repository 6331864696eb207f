using Microsoft.AspNetCore.Http;
using Portal.RegistryTransfer.Certificates;
using Portal.Toolkit.Attachments;

namespace Portal.RegistryTransfer.Applications;

/// <summary>说明材料 (domain §4.8): what may be attached, and who may read it: the units that handle the application. The ministry sees persons only in part, and a scan cannot be masked.</summary>
internal sealed class ApplicationFiles(
    ApplicationAccessQueries access, ClientCertificateService certificates, IHttpContextAccessor http, IUnitContext context, IUnitTree tree) : IAttachmentAccess
{
    public static AttachmentPolicy Policy { get; } = new()
    {
        Module = "RegistryTransfer",
        OwnerKind = "application",
        Kinds = [AttachmentKind.Pdf.UpTo(5), AttachmentKind.Jpeg.UpTo(2), AttachmentKind.Png.UpTo(2)],
        MaxFiles = 5,
    };

    public string Module => Policy.Module;

    public string OwnerKind => Policy.OwnerKind;

    public async Task<bool> MayReadAsync(long ownerId, CancellationToken cancellationToken) =>
        context.UnitId != tree.Root?.Id
        && await access.MaySeeAsync(ownerId, cancellationToken)
        && (http.HttpContext is not { } current || await certificates.MayPassAsync(current));
}
