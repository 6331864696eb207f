using System.IO.Compression;
using System.Xml.Linq;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Specification.Tests.Records;

/// <summary>Workbooks of the tests.</summary>
internal static class Sheet
{
    public static byte[] Write(IReadOnlyList<string> headers, params string?[][] rows)
    {
        using var stream = new MemoryStream();
        using (var writer = new SheetWriter(stream))
        {
            writer.BeginSheet("数据", [.. headers.Select(header => new SheetColumn(header) { Format = SheetFormat.Text })]);
            foreach (var row in rows)
                writer.WriteRow(row);
        }

        return stream.ToArray();
    }

    /// <summary>Rows of the first sheet; fails on a formula.</summary>
    public static List<List<string>> Read(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content));
        using var stream = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var sheet = XDocument.Load(stream);
        var space = sheet.Root!.Name.Namespace;
        Assert.Empty(sheet.Descendants(space + "f"));
        return [.. sheet.Descendants(space + "row").Select(row => row.Elements(space + "c").Select(cell => cell.Value).ToList())];
    }
}
