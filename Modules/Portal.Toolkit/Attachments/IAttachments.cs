using Portal.Data;

namespace Portal.Toolkit.Attachments;

/// <summary>The files of records.</summary>
public interface IAttachments
{
    /// <summary>In the order they were uploaded.</summary>
    Task<IReadOnlyList<Attachment>> ListAsync(AttachmentPolicy policy, long ownerId, CancellationToken cancellationToken);

    /// <summary>
    /// Gives the uploaded drafts to their owner inside the caller's transaction, which writes the audit row; from then on they do not change (transfer I10).
    /// Takes no ids of the transaction. The caller has written or locked the owner's row before, so that the count of its files holds.
    /// </summary>
    /// <returns>The files that were bound, for the audit row.</returns>
    /// <exception cref="RefusedException">A draft is gone, or the owner would have more files than allowed; its field is that of the files.</exception>
    Task<IReadOnlyList<Attachment>> BindAsync(WriteTransaction transaction, AttachmentPolicy policy, AttachmentUpload upload, long ownerId);

    /// <summary>Takes a file away from its owner, where the policy allows it; the caller writes the audit row.</summary>
    /// <returns>False when the owner has no such file.</returns>
    /// <exception cref="InvalidOperationException">The policy does not allow it.</exception>
    Task<bool> RemoveAsync(WriteTransaction transaction, AttachmentPolicy policy, long ownerId, long attachmentId);
}
