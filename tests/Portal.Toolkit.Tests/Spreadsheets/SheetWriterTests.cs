using System.Text;
using ExcelDataReader;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Tests.Spreadsheets;

public sealed class SheetWriterTests
{
    // These tests use the reader without WorkbookFile, which otherwise does this.
    static SheetWriterTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")")]
    [InlineData("+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(1)")]
    [InlineData("\t=1")]
    [InlineData(" 前后空格 ")]
    [InlineData("两\n行")]
    [InlineData("00123")]
    [InlineData("110101199601010001")]
    [InlineData("𠮷野家 <&>\"'")]
    [InlineData("_x0041_")]
    [Trait("Case", "clearance:C5")]
    public void Text_stays_the_text_it_is(string text) => Assert.Equal(text, Assert.Single(RoundTrip([text])[0]));

    [Theory]
    [InlineData("=1", "1")]
    [InlineData("-", "1")]
    [InlineData("1=", null)]
    public void What_looks_like_a_formula_is_quoted_so_that_editing_keeps_it_text(string text, string? quoted)
    {
        using var stream = Workbooks.Of(["值"], [text]);
        using var archive = new System.IO.Compression.ZipArchive(stream);
        using var sheet = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        using var styles = new StreamReader(archive.GetEntry("xl/styles.xml")!.Open());
        var cell = System.Xml.Linq.XElement.Parse(sheet.ReadToEnd()).Descendants().Last(e => e.Name.LocalName == "c");
        var formats = System.Xml.Linq.XElement.Parse(styles.ReadToEnd()).Descendants().Single(e => e.Name.LocalName == "cellXfs").Elements();

        Assert.Equal("inlineStr", (string?)cell.Attribute("t"));
        Assert.Equal(quoted, (string?)formats.ElementAt((int)cell.Attribute("s")!).Attribute("quotePrefix"));
    }

    [Fact]
    public void Characters_no_file_may_hold_are_dropped()
    {
        Assert.Equal("ab𠮷", RoundTrip(["a\u0000\u0001b\uD800\uFFFF𠮷"])[0][0]);
        Assert.Equal(32_767, ((string)RoundTrip([new string('长', 40_000)])[0][0]!).Length);
    }

    [Fact]
    public void Values_keep_their_type_and_place()
    {
        var row = RoundTrip([null, 7, 2.5m, 2020010101d, new DateOnly(2026, 6, 15), new DateTime(2026, 6, 15, 14, 5, 0), true, "", "尾"])[0];

        Assert.Equal([null, 7d, 2.5d, 2020010101d, new DateTime(2026, 6, 15), new DateTime(2026, 6, 15, 14, 5, 0), true, null, "尾"], row);
    }

    [Fact]
    public void A_number_too_long_for_Excel_becomes_text()
    {
        Assert.Equal("1234567890123456789", RoundTrip([1234567890123456789L])[0][0]);
        Assert.Null(RoundTrip([double.NaN, 1])[0][0]);
        Assert.Equal("1899-12-31", RoundTrip([new DateOnly(1899, 12, 31)])[0][0]);
    }

    [Fact]
    public void A_text_column_writes_numbers_as_text()
    {
        using var stream = Workbooks.Write(writer =>
        {
            writer.BeginSheet("S", [new("学号") { Format = SheetFormat.Text }]);
            writer.WriteRow(2020010101L);
        });

        Assert.Equal("2020010101", Values(stream)[0][0]);
    }

    [Fact]
    public void Sheet_names_become_ones_that_Excel_accepts()
    {
        using var stream = Workbooks.Write(writer =>
        {
            writer.BeginSheet("2020级[研]/六月?", [new("A")]);
            writer.BeginSheet(new string('长', 40), [new("A")]);
            writer.BeginSheet(new string('长', 40), [new("A")]);
            writer.BeginSheet("", [new("A")]);
        });
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var names = new List<string>();
        do
            names.Add(reader.Name);
        while (reader.NextResult());

        Assert.Equal(["2020级 研  六月", new string('长', 31), new string('长', 27) + " 2", "Sheet"], names);
    }

    [Fact]
    public void A_workbook_without_any_sheet_still_opens()
    {
        using var stream = Workbooks.Write(_ => { });
        using var reader = ExcelReaderFactory.CreateReader(stream);

        Assert.Equal(1, reader.ResultsCount);
    }

    [Fact]
    public void A_fault_while_writing_is_not_hidden_by_the_end_of_the_writer() =>
        Assert.Throws<DivideByZeroException>(() => Workbooks.Write(writer =>
        {
            writer.BeginSheet("S", [new("A")]);
            writer.WriteRow(new Faulty());
        }));

    [Fact]
    public void Rows_reach_the_stream_while_they_are_written()
    {
        using var stream = new MemoryStream();
        var lengths = new List<long>();
        using (var writer = new SheetWriter(stream))
        {
            writer.BeginSheet("S", [.. Enumerable.Range(0, 5).Select(i => new SheetColumn($"列{i}"))]);
            for (var i = 0; i < 50_000; i++)
            {
                writer.WriteRow(i, "张思", "马克思主义学院", "通过", "备注");
                if (i % 10_000 == 0)
                    lengths.Add(stream.Length);
            }

            lengths.Add(stream.Length);
        }

        // Had the writer kept the sheet in memory, nothing but its end would be large; 64 kB covers the buffers on the way.
        Assert.All(lengths.Zip(lengths.Skip(1)), pair => Assert.True(pair.Second > pair.First));
        Assert.InRange(stream.Length - lengths[^1], 0, 64 << 10);
    }

    private static List<object?[]> RoundTrip(params object?[][] rows)
    {
        using var stream = Workbooks.Of([.. Enumerable.Range(0, rows[0].Length).Select(i => $"列{i}")], rows);
        return Values(stream);
    }

    private static List<object?[]> Values(Stream stream)
    {
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var rows = new List<object?[]>();
        reader.Read();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i))]);
        return rows;
    }

    private sealed class Faulty
    {
        public override string ToString() => throw new DivideByZeroException();
    }
}
