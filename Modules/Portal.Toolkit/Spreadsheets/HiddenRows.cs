using System.IO.Compression;

namespace Portal.Toolkit.Spreadsheets;

/// <summary>
/// LibreOffice writes hidden="true" where Excel writes hidden="1", and ExcelDataReader 3.6.0 understands only the digit: without
/// this, rows that were hidden in LibreOffice would be imported.
/// </summary>
internal static class HiddenRows
{
    private static ReadOnlySpan<byte> Word => "hidden=\"true\""u8;

    // As long as the word, so that no length changes.
    private static ReadOnlySpan<byte> Digit => "hidden=\"1\"   "u8;

    public static bool IsSheet(string entry) => entry.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether the piece of a file hides something by word. A word cut in two by the end of the piece is found as well, at the
    /// price of a rewrite too many.
    /// </summary>
    public static bool Mentions(ReadOnlySpan<byte> piece)
    {
        if (piece.IndexOf(Word) >= 0)
            return true;
        for (var length = Math.Min(Word.Length - 1, piece.Length); length > 0; length--)
        {
            if (piece[^length..].SequenceEqual(Word[..length]))
                return true;
        }

        return false;
    }

    /// <summary>A copy of the .xlsx in memory that hides by digit.</summary>
    public static MemoryStream Rewrite(Stream content)
    {
        content.Position = 0;
        var copy = new MemoryStream();
        using var source = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        using (var target = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var from = entry.Open();
                using var to = target.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                if (IsSheet(entry.FullName))
                    Replace(from, to);
                else
                    from.CopyTo(to);
            }
        }

        copy.Position = 0;
        return copy;
    }

    private static void Replace(Stream from, Stream to)
    {
        var buffer = new byte[81_920];
        var kept = 0;
        for (int read; (read = from.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var filled = kept + read;
            for (int start = 0, found; (found = buffer.AsSpan(start, filled - start).IndexOf(Word)) >= 0; start += found + Word.Length)
                Digit.CopyTo(buffer.AsSpan(start + found));
            kept = Math.Min(Word.Length - 1, filled);
            to.Write(buffer, 0, filled - kept);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }

        to.Write(buffer, 0, kept);
    }
}
