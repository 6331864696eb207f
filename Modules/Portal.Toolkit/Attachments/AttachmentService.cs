using Portal.Data;
using Portal.Toolkit.Components;
using Portal.Units;

namespace Portal.Toolkit.Attachments;

internal sealed class AttachmentService(AttachmentQueries queries, IUnitContext context) : IAttachments
{
    public Task<IReadOnlyList<Attachment>> ListAsync(AttachmentPolicy policy, long ownerId, CancellationToken cancellationToken) =>
        queries.ListOwnedAsync(policy, ownerId, cancellationToken);

    public async Task<IReadOnlyList<Attachment>> BindAsync(WriteTransaction transaction, AttachmentPolicy policy, AttachmentUpload upload, long ownerId)
    {
        if (upload.Drafts.Count == 0)
            return [];
        var bound = await transaction.ExecuteAsync(
            """
            update toolkit_attachment
            set owner_id = @ownerId
            where id in @ids
              and draft_token = @DraftToken
              and uploaded_by = @personId
              and module = @Module
              and owner_kind = @OwnerKind
              and owner_id is null
              and is_complete = 1
            """,
            new { ownerId, ids = upload.Drafts.Select(draft => draft.Id), upload.DraftToken, personId = context.Person?.Id, policy.Module, policy.OwnerKind });
        if (bound != upload.Drafts.Count)
            throw new RefusedException("上传的附件已提交过，或已超过一天被清除。请刷新页面核对，需要时重新上传。", AttachmentField.FileName);
        var total = await transaction.ScalarAsync<long>(
            """
            select count(*)
            from toolkit_attachment
            where owner_id = @ownerId
              and module = @Module
              and owner_kind = @OwnerKind
            """,
            new { ownerId, policy.Module, policy.OwnerKind });
        if (total > policy.MaxFiles)
            throw new RefusedException($"最多 {policy.MaxFiles} 个附件，现有 {total} 个。请移除不需要的附件后重新提交。", AttachmentField.FileName);
        return [.. upload.Drafts.Select(draft => draft with { OwnerId = ownerId })];
    }

    public async Task<bool> RemoveAsync(WriteTransaction transaction, AttachmentPolicy policy, long ownerId, long attachmentId)
    {
        if (!policy.AllowsRemoval)
            throw new InvalidOperationException($"The policy of {policy.Module} {policy.OwnerKind} does not allow to remove attachments.");
        var found = await transaction.ExecuteAsync(
            """
            update toolkit_attachment
            set is_complete = 0
            where id = @attachmentId
              and owner_id = @ownerId
              and module = @Module
              and owner_kind = @OwnerKind
            """,
            new { attachmentId, ownerId, policy.Module, policy.OwnerKind });
        if (found == 1)
            await AttachmentCommands.DeleteAsync(transaction, attachmentId);
        return found == 1;
    }
}
