using System.Buffers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;

namespace Portal.Toolkit.Attachments;

/// <summary>Takes one file off the connection: checks it while it comes in and writes it away a megabyte at a time, in one buffer of the pool.</summary>
internal sealed class AttachmentReceiver(AttachmentCommands commands)
{
    /// <summary>Size of all chunks but the last.</summary>
    public const int ChunkBytes = 1 << 20;

    /// <returns>Why the file was refused; null when it is stored.</returns>
    public async Task<AttachmentRefusal?> ReceiveAsync(FileMultipartSection file, AttachmentPolicy policy, string draftToken, CancellationToken cancellationToken)
    {
        var raw = AttachmentName.Clean(file.FileName, int.MaxValue);
        var extension = AttachmentName.Extension(raw);
        var name = AttachmentName.Clean(raw.Length == extension.Length ? $"附件{extension}" : raw, policy.MaxNameLength);
        if (policy.KindOf(extension) is not { } kind)
            return AttachmentRefusal.WrongType(name, policy);
        if (AttachmentName.HidesProgram(raw))
            return AttachmentRefusal.DoubleExtension(name);

        var draft = new Attachment { Module = policy.Module, OwnerKind = policy.OwnerKind, DisplayName = name, Extension = extension, MediaType = kind.MediaType };
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        long? id = null;
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var warning = new PdfWarning(kind);
            var size = 0L;
            for (var position = 0; ; position++)
            {
                var filled = await FillAsync(file.FileStream!, buffer, kind.MaxBytes - size, cancellationToken);
                size += filled;
                if (size > kind.MaxBytes)
                    return await RefuseAsync(AttachmentRefusal.TooLarge(name, kind));
                if (size == 0)
                    return AttachmentRefusal.Empty(name);
                if (position == 0 && !kind.Matches(buffer.AsSpan(0, filled)))
                    return AttachmentRefusal.WrongContent(name, kind);
                hash.AppendData(buffer, 0, filled);
                warning.Look(buffer.AsSpan(0, filled));
                id ??= await commands.BeginAsync(draft, draftToken, cancellationToken);
                if (filled > 0)
                    await commands.AppendAsync(id.Value, position, buffer.AsMemory(0, filled), cancellationToken);
                if (filled == ChunkBytes)
                    continue;
                var complete = draft with { Id = id.Value, Size = size, Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset()), Warning = warning.Text };
                return await commands.CompleteAsync(complete, policy.MaxFiles, draftToken, cancellationToken) ? null : await RefuseAsync(AttachmentRefusal.TooMany(name, policy));
            }
        }
        catch (Exception)
        {
            await RefuseAsync(null);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        async Task<AttachmentRefusal?> RefuseAsync(AttachmentRefusal? refusal)
        {
            if (id is { } started)
                await commands.DiscardAsync(started, CancellationToken.None);
            return refusal;
        }
    }

    // Ends early as soon as more than the allowed bytes have come.
    private static async Task<int> FillAsync(Stream stream, byte[] buffer, long allowed, CancellationToken cancellationToken)
    {
        var filled = 0;
        while (filled < ChunkBytes && filled <= allowed)
        {
            var read = await MultipartForm.ReadAsync(stream, buffer.AsMemory(filled, ChunkBytes - filled), cancellationToken);
            if (read == 0)
                break;
            filled += read;
        }

        return filled;
    }
}
