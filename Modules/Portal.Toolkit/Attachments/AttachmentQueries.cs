using System.Data.Common;
using Dapper;

namespace Portal.Toolkit.Attachments;

internal sealed class AttachmentQueries(DbDataSource source)
{
    private const string Columns = "id, module, owner_kind, owner_id, display_name, extension, media_type, size, sha256, warning, uploaded_by, uploader_name, uploaded_at";

    public async Task<Attachment?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<Attachment>(new CommandDefinition(
            $"""
            select {Columns}
            from toolkit_attachment
            where id = @id
              and is_complete = 1
            """,
            new { id },
            cancellationToken: cancellationToken));
    }

    public Task<IReadOnlyList<Attachment>> ListOwnedAsync(AttachmentPolicy policy, long ownerId, CancellationToken cancellationToken) => ListAsync(
        """
        owner_id = @ownerId
          and module = @Module
          and owner_kind = @OwnerKind
        """,
        new { ownerId, policy.Module, policy.OwnerKind },
        cancellationToken);

    /// <summary>Finished drafts of one form and person.</summary>
    public Task<IReadOnlyList<Attachment>> ListDraftsAsync(AttachmentPolicy policy, string draftToken, long personId, CancellationToken cancellationToken) => ListAsync(
        """
        draft_token = @draftToken
          and uploaded_by = @personId
          and owner_id is null
          and is_complete = 1
          and module = @Module
          and owner_kind = @OwnerKind
        """,
        new { draftToken, personId, policy.Module, policy.OwnerKind },
        cancellationToken);

    /// <summary>All drafts of a person, unfinished ones too.</summary>
    public async Task<long> CountDraftsAsync(long personId, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            """
            select count(*)
            from toolkit_attachment
            where owner_id is null
              and uploaded_by = @personId
            """,
            new { personId },
            cancellationToken: cancellationToken));
    }

    public async Task<IReadOnlyList<long>> ListDraftsBeforeAsync(DateTime before, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var ids = await connection.QueryAsync<long>(new CommandDefinition(
            """
            select id
            from toolkit_attachment
            where owner_id is null
              and uploaded_at < @before
            order by id
            """,
            new { before },
            cancellationToken: cancellationToken));
        return ids.AsList();
    }

    /// <summary>One chunk; null after the last.</summary>
    public async Task<byte[]?> ReadChunkAsync(long id, int position, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await connection.QueryFirstOrDefaultAsync<byte[]>(new CommandDefinition(
            """
            select content
            from toolkit_attachment_chunk
            where attachment_id = @id
              and position = @position
            """,
            new { id, position },
            cancellationToken: cancellationToken));
    }

    private async Task<IReadOnlyList<Attachment>> ListAsync(string condition, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var found = await connection.QueryAsync<Attachment>(new CommandDefinition(
            $"""
            select {Columns}
            from toolkit_attachment
            where {condition}
            order by id
            """,
            parameters,
            cancellationToken: cancellationToken));
        return found.AsList();
    }
}
