using System.Text;

namespace Portal.Toolkit.Attachments;

/// <summary>A type of file that may be attached: its extensions, how its content begins, and how large it may be.</summary>
public sealed record AttachmentKind
{
    private static readonly byte[] Zipped = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private AttachmentKind()
    {
    }

    /// <summary>5 MB unless said otherwise.</summary>
    public static AttachmentKind Pdf { get; } = new() { Name = "PDF", Extensions = [".pdf"], MediaType = "application/pdf", Matches = start => start.StartsWith("%PDF-"u8) };

    /// <summary>2 MB unless said otherwise.</summary>
    public static AttachmentKind Jpeg { get; } = new() { Name = "JPG", Extensions = [".jpg", ".jpeg"], MediaType = "image/jpeg", MaxBytes = 2 << 20, Matches = start => start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) };

    /// <summary>2 MB unless said otherwise.</summary>
    public static AttachmentKind Png { get; } = new() { Name = "PNG", Extensions = [".png"], MediaType = "image/png", MaxBytes = 2 << 20, Matches = start => start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) };

    /// <summary>Word up to 2003.</summary>
    public static AttachmentKind Doc { get; } = new() { Name = "Word", Extensions = [".doc"], MediaType = "application/msword", Matches = start => start.StartsWith(Compound) };

    /// <summary>Word since 2007; macros have another extension and are no kind.</summary>
    public static AttachmentKind Docx { get; } = new() { Name = "Word", Extensions = [".docx"], MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Matches = start => IsOffice(start, "word/") };

    /// <summary>Excel up to 2003.</summary>
    public static AttachmentKind Xls { get; } = new() { Name = "Excel", Extensions = [".xls"], MediaType = "application/vnd.ms-excel", Matches = start => start.StartsWith(Compound) };

    /// <summary>Excel since 2007.</summary>
    public static AttachmentKind Xlsx { get; } = new() { Name = "Excel", Extensions = [".xlsx"], MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Matches = start => IsOffice(start, "xl/") };

    public static AttachmentKind Zip { get; } = new() { Name = "ZIP", Extensions = [".zip"], MediaType = "application/zip", Matches = start => start.StartsWith(Zipped) };

    public static AttachmentKind Mp4 { get; } = new() { Name = "MP4", Extensions = [".mp4"], MediaType = "video/mp4", Matches = start => start.Length > 8 && start[4..8].SequenceEqual("ftyp"u8) };

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>In lower case, with the dot.</summary>
    public required IReadOnlyList<string> Extensions { get; init; }

    /// <summary>The type a download is sent with, whatever the browser claimed when it was uploaded.</summary>
    public required string MediaType { get; init; }

    public long MaxBytes { get; init; } = 5 << 20;

    /// <summary>Looks at the first megabyte, or at all of a shorter file.</summary>
    internal Signature Matches { get; private init; } = _ => false;

    internal delegate bool Signature(ReadOnlySpan<byte> start);

    /// <summary>The same kind with another limit.</summary>
    public AttachmentKind UpTo(int megabytes) => this with { MaxBytes = (long)megabytes << 20 };

    // The entries of an Office file stand in the clear with their folder; a plain zip has none of that name.
    private static bool IsOffice(ReadOnlySpan<byte> start, string folder) =>
        start.StartsWith(Zipped) && start.IndexOf("[Content_Types].xml"u8) >= 0 && start.IndexOf(Encoding.ASCII.GetBytes(folder)) >= 0;
}
