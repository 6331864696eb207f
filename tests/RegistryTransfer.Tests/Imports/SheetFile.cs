using System.IO.Compression;
using Portal.Toolkit.Spreadsheets;

namespace Portal.RegistryTransfer.Tests.Imports;

/// <summary>Workbooks of the tests.</summary>
internal static class SheetFile
{
    public static byte[] Write(string[] headers, params object?[][] rows)
    {
        using var stream = new MemoryStream();
        using (var writer = new SheetWriter(stream))
        {
            writer.BeginSheet("数据", [.. headers.Select(header => new SheetColumn(header))]);
            foreach (var row in rows)
                writer.WriteRow(row);
        }

        return stream.ToArray();
    }

    /// <summary>The text of a workbook's first sheet, as XML.</summary>
    public static string Read(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content));
        var sheet = archive.Entries.First(entry => entry.FullName.Contains("worksheets/", StringComparison.Ordinal));
        using var reader = new StreamReader(sheet.Open());
        return reader.ReadToEnd().Replace("G449901201503120132", "", StringComparison.Ordinal);
    }
}
