using System.IO.Compression;
using System.Text;
using Portal.Toolkit.Attachments;

namespace Portal.Toolkit.Tests.Attachments;

public sealed class AttachmentKindTests
{
    private static readonly AttachmentKind[] Office = [AttachmentKind.Docx, AttachmentKind.Xlsx, AttachmentKind.Zip];

    [Fact]
    public void Office_files_are_told_apart_and_a_zip_is_none_of_them()
    {
        var word = Zip("[Content_Types].xml", "_rels/.rels", "word/document.xml");
        var excel = Zip("[Content_Types].xml", "xl/workbook.xml");
        var zip = Zip("word.txt");
        Assert.Equal([true, false, true], Office.Select(kind => kind.Matches(word)));
        Assert.Equal([false, true, true], Office.Select(kind => kind.Matches(excel)));
        Assert.Equal([false, false, true], Office.Select(kind => kind.Matches(zip)));
    }

    [Fact]
    public void Each_kind_refuses_the_content_of_the_others_and_what_is_too_short()
    {
        var starts = new Dictionary<AttachmentKind, byte[]>
        {
            [AttachmentKind.Pdf] = "%PDF-1.4"u8.ToArray(),
            [AttachmentKind.Jpeg] = [0xFF, 0xD8, 0xFF, 0xE1],
            [AttachmentKind.Png] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
            [AttachmentKind.Doc] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            [AttachmentKind.Mp4] = [0, 0, 0, 0x20, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'i'],
        };
        foreach (var (kind, _) in starts)
        {
            Assert.Equal([kind], starts.Where(pair => kind.Matches(pair.Value)).Select(pair => pair.Key));
            Assert.False(kind.Matches(starts[kind].AsSpan(0, 2)));
            Assert.False(kind.Matches([]));
        }
    }

    [Fact]
    public void A_policy_says_in_words_what_it_takes()
    {
        var policy = new AttachmentPolicy { Module = "X", OwnerKind = "y", Kinds = [AttachmentKind.Pdf.UpTo(5), AttachmentKind.Jpeg, AttachmentKind.Png], MaxFiles = 3 };
        Assert.Equal(".pdf 最大 5 MB；.jpg、.jpeg、.png 最大 2 MB；最多 3 个文件", policy.Hint);
        Assert.Equal(".pdf,.jpg,.jpeg,.png", policy.Accept);
        Assert.Equal(["5 MB", "1.5 MB", "2 KB", "800 字节"], new long[] { 5 << 20, 3 << 19, 2048, 800 }.Select(FileSize.Text));
    }

    [Theory]
    [InlineData("/Type /Encrypt", "密码")]
    [InlineData("/S /JavaScript", "脚本")]
    [InlineData("/Type /Catalog", "")]
    public void A_pdf_with_a_password_or_scripts_is_noted_also_across_chunks(string text, string expected)
    {
        var content = Encoding.ASCII.GetBytes($"%PDF-1.7 {new string(' ', 200)}{text}{new string(' ', 200)}");
        for (var cut = 1; cut < content.Length; cut += 3)
        {
            var warning = new PdfWarning(AttachmentKind.Pdf);
            warning.Look(content.AsSpan(0, cut));
            warning.Look(content.AsSpan(cut));
            Assert.Contains(expected, warning.Text, StringComparison.Ordinal);
            Assert.Equal(expected.Length == 0, warning.Text.Length == 0);
        }
    }

    private static byte[] Zip(params string[] entries)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var entry in entries)
                archive.CreateEntry(entry);
        }

        return stream.ToArray();
    }
}
