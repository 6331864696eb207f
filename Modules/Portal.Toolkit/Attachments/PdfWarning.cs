namespace Portal.Toolkit.Attachments;

/// <summary>Notes while a PDF comes in whether it has a password or carries scripts. A hint for the reader, not a wall: packed objects are not looked into.</summary>
internal sealed class PdfWarning(AttachmentKind kind)
{
    private const int Overlap = 16;

    private readonly byte[] _tail = new byte[Overlap];
    private bool _isEncrypted;
    private bool _hasScript;

    public string Text => (_isEncrypted, _hasScript) switch
    {
        (true, true) => "文件带密码或含脚本，打开时请留意",
        (true, false) => "文件设有密码，可能打不开",
        (false, true) => "文件含脚本，打开时请留意",
        _ => "",
    };

    public void Look(ReadOnlySpan<byte> chunk)
    {
        if (kind.MediaType != AttachmentKind.Pdf.MediaType)
            return;
        Find(chunk);

        // A word may lie across two chunks.
        Span<byte> seam = stackalloc byte[Overlap * 2];
        _tail.CopyTo(seam);
        var head = chunk[..Math.Min(Overlap, chunk.Length)];
        head.CopyTo(seam[Overlap..]);
        Find(seam[..(Overlap + head.Length)]);
        if (chunk.Length >= Overlap)
            chunk[^Overlap..].CopyTo(_tail);
    }

    private void Find(ReadOnlySpan<byte> text)
    {
        _isEncrypted |= text.IndexOf("/Encrypt"u8) >= 0;
        _hasScript |= text.IndexOf("/JavaScript"u8) >= 0 || text.IndexOf("/JS "u8) >= 0 || text.IndexOf("/JS("u8) >= 0;
    }
}
