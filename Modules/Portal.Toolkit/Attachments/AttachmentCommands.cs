using Portal.Data;
using Portal.Units;

namespace Portal.Toolkit.Attachments;

/// <summary>Writes drafts in short transactions. What they become part of is audited by its module when it binds them.</summary>
internal sealed class AttachmentCommands(IWriteTransactions transactions, IUnitContext context, TimeProvider clock)
{
    private const string NoAudit = "A draft belongs to nothing yet; its owner's module audits the binding.";

    /// <summary>The row of a draft whose content follows.</summary>
    public Task<long> BeginAsync(Attachment draft, string draftToken, CancellationToken cancellationToken) => transactions.RunAsync(1, async tx =>
    {
        tx.WithoutAudit(NoAudit);
        var id = tx.NextId();
        await tx.ExecuteAsync(
            """
            insert into toolkit_attachment
                (id, module, owner_kind, owner_id, draft_token, display_name, extension, media_type, size, sha256, warning, is_complete, uploaded_by, uploader_name, uploaded_at)
            values
                (@id, @Module, @OwnerKind, null, @draftToken, @DisplayName, @Extension, @MediaType, 0, '', '', 0, @personId, @personName, @now)
            """,
            new
            {
                id,
                draft.Module,
                draft.OwnerKind,
                draftToken,
                draft.DisplayName,
                draft.Extension,
                draft.MediaType,
                personId = context.Person!.Id,
                personName = context.Person.Name,
                now = clock.GetUtcNow().UtcDateTime,
            });
        return id;
    }, cancellationToken);

    public Task AppendAsync(long id, int position, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => transactions.RunAsync(0, tx =>
    {
        tx.WithoutAudit(NoAudit);
        return tx.InsertAsync("toolkit_attachment_chunk", ["attachment_id", "position", "content"], [[id, position, content.ToArray()]]);
    }, cancellationToken);

    /// <summary>Makes a draft visible in its form; false when the form has as many as it may.</summary>
    public Task<bool> CompleteAsync(Attachment draft, int maxFiles, string draftToken, CancellationToken cancellationToken) => transactions.RunAsync(0, async tx =>
    {
        tx.WithoutAudit(NoAudit);
        await tx.ExecuteAsync(
            """
            update toolkit_attachment
            set size = @Size, sha256 = @Sha256, warning = @Warning, is_complete = 1
            where id = @Id
            """,
            draft);
        return await tx.ScalarAsync<long>(
            """
            select count(*)
            from toolkit_attachment
            where draft_token = @draftToken
              and owner_id is null
              and is_complete = 1
            """,
            new { draftToken }) <= maxFiles;
    }, cancellationToken);

    /// <summary>Removes a draft, whole or half; false when it has an owner by now or is gone.</summary>
    public Task<bool> DiscardAsync(long id, CancellationToken cancellationToken) => transactions.RunAsync(0, async tx =>
    {
        tx.WithoutAudit(NoAudit);

        // Takes the row first, so that nobody binds the draft between the two deletes.
        var taken = await tx.ExecuteAsync("update toolkit_attachment set is_complete = 0 where id = @id and owner_id is null", new { id });
        if (taken == 1)
            await DeleteAsync(tx, id);
        return taken == 1;
    }, cancellationToken);

    internal static async Task DeleteAsync(WriteTransaction tx, long id)
    {
        await tx.ExecuteAsync("delete from toolkit_attachment_chunk where attachment_id = @id", new { id });
        await tx.ExecuteAsync("delete from toolkit_attachment where id = @id", new { id });
    }
}
