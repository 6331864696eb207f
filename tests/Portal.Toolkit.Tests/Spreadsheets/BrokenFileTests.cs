using System.IO.Compression;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Tests.Spreadsheets;

/// <summary>Whatever a damaged file makes the reader do, the user gets one kind of answer.</summary>
public sealed class BrokenFileTests
{
    [Fact]
    public void A_damaged_xls_is_read_or_refused()
    {
        var original = File.ReadAllBytes(Workbooks.Fixture("decisions.xls"));
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var damaged = (byte[])original.Clone();
            for (var i = 0; i < 20; i++)
                damaged[random.Next(8, damaged.Length)] = (byte)random.Next(256);
            ReadOrRefuse(damaged, "a.xls");
        }
    }

    [Fact]
    public void A_damaged_xlsx_is_read_or_refused()
    {
        for (var seed = 0; seed < 100; seed++)
            ReadOrRefuse(Damage("decisions.xlsx", new Random(seed)), "a.xlsx");
    }

    private static void ReadOrRefuse(byte[] content, string fileName)
    {
        try
        {
            using var stream = new MemoryStream(content);
            Workbooks.Read(stream, fileName: fileName);
        }
        catch (SpreadsheetException)
        {
        }
    }

    // Damages the parts before they are packed: a damaged archive alone would hardly get past its checksums.
    private static byte[] Damage(string fixture, Random random)
    {
        using var source = ZipFile.OpenRead(Workbooks.Fixture(fixture));
        using var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var from = entry.Open();
                using var part = new MemoryStream();
                from.CopyTo(part);
                var bytes = part.ToArray();
                for (var i = random.Next(3); i > 0 && bytes.Length > 0; i--)
                    bytes[random.Next(bytes.Length)] = (byte)"0123456789\"<>=abct "[random.Next(19)];
                using var to = archive.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                to.Write(bytes);
            }
        }

        return target.ToArray();
    }
}
