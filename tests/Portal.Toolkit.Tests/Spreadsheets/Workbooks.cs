using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Tests.Spreadsheets;

/// <summary>Small workbooks made in memory with the toolkit's own writer.</summary>
internal static class Workbooks
{
    public static readonly string[] DecisionHeaders = ["学号/身份证号", "姓名", "办理结果", "备注"];

    public static MemoryStream Write(Action<SheetWriter> write)
    {
        var stream = new MemoryStream();
        using (var writer = new SheetWriter(stream))
            write(writer);
        stream.Position = 0;
        return stream;
    }

    public static MemoryStream Of(string[] headers, params object?[][] rows) => Write(writer =>
    {
        writer.BeginSheet("数据", [.. headers.Select(header => new SheetColumn(header))]);
        foreach (var row in rows)
            writer.WriteRow(row);
    });

    public static MemoryStream Decisions(params object?[][] rows) => Of(DecisionHeaders, rows);

    public static ImportResult<Decision> Read(Stream stream, bool clean = false, bool byIdCard = false, string fileName = "离校.xlsx") =>
        new DecisionImport(byIdCard).Read(stream, fileName, new ImportOptions { Clean = clean });

    public static ImportResult<Decision> ReadFixture(string name, bool clean = false, string? fileName = null)
    {
        using var stream = File.OpenRead(Fixture(name));
        return Read(stream, clean, fileName: fileName ?? name);
    }

    public static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", name);

    public static SpreadsheetException Refused(Func<object> read) => Assert.Throws<SpreadsheetException>(read);
}
