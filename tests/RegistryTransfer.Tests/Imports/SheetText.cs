using System.IO.Compression;

namespace Portal.RegistryTransfer.Tests.Imports;

/// <summary>What stands in an exported workbook.</summary>
internal static class SheetText
{
    /// <summary>The text of a workbook's first sheet, as XML.</summary>
    public static string Read(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content));
        var sheet = archive.Entries.First(entry => entry.FullName.Contains("worksheets/", StringComparison.Ordinal));
        using var reader = new StreamReader(sheet.Open());
        return reader.ReadToEnd().Replace("G449901201503120132", "", StringComparison.Ordinal);
    }
}
