namespace Portal.Specification.Tests.Attachments;

/// <summary>Contents that begin as files of a kind do.</summary>
internal static class Files
{
    public static byte[] Pdf(int size = 1000) => Content("%PDF-1.7\n"u8, size);

    public static byte[] Content(ReadOnlySpan<byte> start, int size)
    {
        var content = new byte[Math.Max(size, start.Length)];
        Random.Shared.NextBytes(content);
        start.CopyTo(content);
        return content;
    }
}
