using Microsoft.AspNetCore.Http;

namespace Portal.Toolkit.Attachments;

/// <summary>
/// Files in a form that posts fields and files together. The page carries <see cref="AttachmentFormAttribute"/>, its form the partials
/// <c>_AttachmentsStart</c> (first) and <c>_Attachments</c> (after all fields). Good files are kept as drafts, so that nothing is uploaded twice
/// when something else has to be corrected.
/// </summary>
public interface IAttachmentUploads
{
    /// <summary>For the GET: an empty form, with the files its owner has already.</summary>
    /// <param name="policy">What may be attached.</param>
    /// <param name="ownerId">Null for a record that does not exist yet.</param>
    /// <param name="cancellationToken">The request's.</param>
    Task<AttachmentUpload> StartAsync(AttachmentPolicy policy, long? ownerId, CancellationToken cancellationToken);

    /// <summary>
    /// For the POST: reads the files as they arrive, a megabyte at a time, and keeps the good ones as drafts. Stops reading as soon as a file passes its limit. To be
    /// called once, before the page validates, so that good files survive whatever else is wrong.
    /// </summary>
    /// <exception cref="BadHttpRequestException">The body is not a well-formed form (400).</exception>
    Task<AttachmentUpload> ReadAsync(HttpContext context, AttachmentPolicy policy, long? ownerId, CancellationToken cancellationToken);

    /// <summary>Keeps a file that comes from elsewhere than a form (an import, demo data) as a draft of the upload, under the same rules as an uploaded one.</summary>
    /// <returns>The upload with the draft, or with the refusal.</returns>
    Task<AttachmentUpload> AddAsync(AttachmentUpload upload, string fileName, Stream content, CancellationToken cancellationToken);
}
