using System.IO.Compression;

namespace Portal.GraduationClearance.Tests.Imports;

/// <summary>Edits a workbook the way a user does: types over the text of a cell.</summary>
internal static class Workbook
{
    public static byte[] Replace(byte[] file, params (string From, string To)[] texts)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var sheet = archive.GetEntry("xl/worksheets/sheet1.xml")!;
            string content;
            using (var reader = new StreamReader(sheet.Open()))
                content = reader.ReadToEnd();
            content = texts.Aggregate(content, (text, change) => text.Replace(change.From, change.To, StringComparison.Ordinal));
            sheet.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml").Open());
            writer.Write(content);
        }

        return stream.ToArray();
    }
}
