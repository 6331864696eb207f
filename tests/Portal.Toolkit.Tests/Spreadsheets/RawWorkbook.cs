using System.IO.Compression;

namespace Portal.Toolkit.Tests.Spreadsheets;

/// <summary>A hand-made .xlsx, for what no honest program writes.</summary>
internal static class RawWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";
    private const string Documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static readonly string DecisionHeader =
        "<row r=\"1\">" + string.Concat(Workbooks.DecisionHeaders.Select(Text)) + "</row>";

    public static string Text(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    public static MemoryStream Of(string rows) => Of(writer => writer.Write(rows));

    /// <summary>A workbook with one sheet whose rows <paramref name="write"/> writes, and empty extra parts.</summary>
    public static MemoryStream Of(Action<TextWriter> write, params string[] extraParts)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", $"<Types xmlns=\"{Packages}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            Add(archive, "_rels/.rels", $"<Relationships xmlns=\"{Packages}/relationships\"><Relationship Id=\"r\" Type=\"{Documents}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(archive, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Packages}/relationships\"><Relationship Id=\"r\" Type=\"{Documents}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Add(archive, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Documents}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r\"/></sheets></workbook>");
            foreach (var part in extraParts)
                Add(archive, part, "");
            using var sheet = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml").Open());
            sheet.Write($"<worksheet xmlns=\"{Main}\"><sheetData>");
            write(sheet);
            sheet.Write("</sheetData></worksheet>");
        }

        stream.Position = 0;
        return stream;
    }

    private static void Add(ZipArchive archive, string path, string content)
    {
        using var writer = new StreamWriter(archive.CreateEntry(path).Open());
        writer.Write(content);
    }
}
