using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using Portal.Modules;
using Portal.Units;

namespace Portal.Toolkit.Attachments;

/// <summary>Sends a file to those who may read its owner; to everybody else it does not exist.</summary>
internal sealed class AttachmentDownload(
    AttachmentQueries queries, IEnumerable<IAttachmentAccess> accesses, IUnitContext units, IModuleSwitch moduleSwitch, ILogger<AttachmentDownload> logger)
{
    public static Task SendAsync(long id, HttpContext context, AttachmentDownload download) => download.SendAsync(id, context);

    private async Task SendAsync(long id, HttpContext context)
    {
        var cancellationToken = context.RequestAborted;
        if (await queries.FindAsync(id, cancellationToken) is not { } attachment || !await MayReadAsync(attachment, cancellationToken))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(attachment.DisplayName);
        var headers = context.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "no-store";
        context.Response.ContentType = attachment.MediaType;
        context.Response.ContentLength = attachment.Size;
        if (HttpMethods.IsHead(context.Request.Method))
            return;

        // A connection for each chunk: a slow reader holds none.
        for (var position = 0; await queries.ReadChunkAsync(id, position, cancellationToken) is { } chunk; position++)
            await context.Response.Body.WriteAsync(chunk, cancellationToken);
    }

    private async Task<bool> MayReadAsync(Attachment attachment, CancellationToken cancellationToken)
    {
        if (attachment.OwnerId is not { } ownerId)
            return units.Person?.Id == attachment.UploadedBy;
        try
        {
            return moduleSwitch.IsEnabled(attachment.Module, units.UnitId)
                && accesses.SingleOrDefault(access => access.Module == attachment.Module && access.OwnerKind == attachment.OwnerKind) is { } owner
                && await owner.MayReadAsync(ownerId, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "Whether attachment {Attachment} may be read could not be decided and was refused", attachment.Id);
            return false;
        }
    }
}
