using Portal.Toolkit.Spreadsheets;

namespace Portal.Testing;

/// <summary>Workbooks made by the toolkit's own writer.</summary>
public static class SheetFile
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

    /// <summary>A file of the test project's folder of fixtures.</summary>
    public static byte[] Fixture(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", name));
}
