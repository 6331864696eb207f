using System.Buffers;
using System.IO.Compression;

namespace Portal.Toolkit.Spreadsheets;

/// <summary>Unpacks an .xlsx once into nothing, so that no reader meets more than the limits allow.</summary>
internal static class ZipGuard
{
    // The reader keeps these parts in memory as a whole; the sheets and the strings are bounded by the sum.
    private const long PartBytes = 16 * 1024 * 1024;

    /// <returns>Whether the workbook hides rows in the way <see cref="HiddenRows"/> has to rewrite.</returns>
    public static bool Check(Stream content, SpreadsheetLimits limits)
    {
        content.Position = 0;
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > limits.Entries)
            throw TooLarge($"文件内含超过 {limits.Entries} 个部件");
        RefuseOtherKinds(archive);

        var buffer = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            var total = 0L;
            var rewrite = false;
            foreach (var entry in archive.Entries)
                total += Unpack(entry, buffer, limits, total, ref rewrite);
            return rewrite;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            content.Position = 0;
        }
    }

    private static long Unpack(ZipArchiveEntry entry, byte[] buffer, SpreadsheetLimits limits, long before, ref bool rewrite)
    {
        var allowed = limits.UnpackedBytes - before;
        if (!IsStreamed(entry.FullName))
            allowed = Math.Min(allowed, PartBytes);
        if (entry.Length > allowed)
            throw TooLarge($"文件解压后超过 {allowed >> 20} MB");

        using var stream = entry.Open();
        var size = 0L;
        for (int read; (read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0;)
        {
            size += read;
            rewrite = rewrite || HiddenRows.Mentions(buffer.AsSpan(0, read));
            if (size > allowed)
                throw TooLarge($"文件解压后超过 {allowed >> 20} MB");
        }

        return size;
    }

    private static bool IsStreamed(string name) =>
        HiddenRows.IsSheet(name)
        || name.EndsWith("/sharedStrings.xml", StringComparison.OrdinalIgnoreCase);

    private static void RefuseOtherKinds(ZipArchive archive)
    {
        foreach (var entry in archive.Entries)
        {
            if (entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
                || entry.FullName.Equals("xl/workbook.bin", StringComparison.OrdinalIgnoreCase))
                throw SpreadsheetException.Unsupported();
        }
    }

    private static SpreadsheetException TooLarge(string message) =>
        new(message, "请删除多余的空行、格式和图片，只保留数据后重新选择");
}
