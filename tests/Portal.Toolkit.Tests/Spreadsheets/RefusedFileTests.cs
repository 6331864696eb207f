using System.Text;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Tests.Spreadsheets;

public sealed class RefusedFileTests
{
    private static readonly object?[] _good = [2020010101d, "张思", "通过", null];

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.txt")]
    [InlineData("a.et")]
    [InlineData("a.xlsb")]
    [InlineData("a.xlsm")]
    [InlineData("a.pdf")]
    [InlineData("xlsx")]
    [Trait("Case", "clearance:C8")]
    public void Another_extension_is_refused(string fileName)
    {
        using var stream = Workbooks.Decisions(_good);

        Assert.Equal("仅支持 xls、xlsx", Workbooks.Refused(() => Workbooks.Read(stream, fileName: fileName)).Message);
    }

    [Theory]
    [InlineData("xl/vbaProject.bin")]
    [InlineData("xl/workbook.bin")]
    [Trait("Case", "clearance:C8")]
    public void Macros_and_binary_workbooks_are_refused_under_any_name(string part)
    {
        using var stream = RawWorkbook.Of(writer => writer.Write(RawWorkbook.DecisionHeader), part);

        Assert.Equal("仅支持 xls、xlsx", Workbooks.Refused(() => Workbooks.Read(stream)).Message);
    }

    public static TheoryData<string, byte[]> NotExcel => new()
    {
        { "a.xls", "<html><table><tr><td>学号</td></tr></table></html>"u8.ToArray() },
        { "a.xlsx", "学号,姓名,办理结果\n2020010101,张思,通过\n"u8.ToArray() },
        { "a.xlsx", [] },
        { "a.xls", [0xD0, 0xCF, 0x11, 0xE0] },
        { "a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[4096]] },
        { "a.xlsx", Workbooks.Decisions(_good).ToArray()[..900] },
        { "a.xlsx", [.. "PK\u0003\u0004"u8, .. Encoding.ASCII.GetBytes(new string('x', 4000))] },
    };

    [Theory]
    [MemberData(nameof(NotExcel))]
    [Trait("Case", "clearance:C8")]
    public void What_is_no_workbook_is_refused(string fileName, byte[] content)
    {
        using var stream = new MemoryStream(content);

        var refused = Workbooks.Refused(() => Workbooks.Read(stream, fileName: fileName));

        Assert.Equal("文件不是有效的 Excel", refused.Message);
        Assert.NotNull(refused.Hint);
    }

    [Theory]
    [InlineData("protected.xls")]
    [InlineData("protected.xlsx")]
    [Trait("Case", "clearance:C8")]
    public void A_password_is_named_as_the_reason(string fixture) =>
        Assert.Equal("文件已加密", Workbooks.Refused(() => Workbooks.ReadFixture(fixture)).Message);

    [Fact]
    [Trait("Case", "clearance:C8")]
    public void A_file_larger_than_10_MB_is_refused()
    {
        using var seekable = new MemoryStream(new byte[(10 << 20) + 1]);
        using var piped = new PipedStream(new byte[(10 << 20) + 1]);

        Assert.Equal("超过 10 MB", Workbooks.Refused(() => Workbooks.Read(seekable)).Message);
        Assert.Equal("超过 10 MB", Workbooks.Refused(() => Workbooks.Read(piped)).Message);
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_as_well()
    {
        using var piped = new PipedStream(Workbooks.Decisions(_good).ToArray());

        Assert.Single(Workbooks.Read(piped).Valid);
    }

    [Fact]
    public void A_small_file_that_unpacks_to_a_huge_one_is_refused_in_little_memory()
    {
        var chunk = string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 1000));
        using var bomb = RawWorkbook.Of(writer =>
        {
            for (var i = 0; i < 8_000; i++)
                writer.Write(chunk);
        });
        Assert.InRange(bomb.Length, 1, 2 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var refused = Workbooks.Refused(() => Workbooks.Read(bomb));

        Assert.StartsWith("文件解压后超过", refused.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
    }

    [Fact]
    public void A_declared_length_that_lies_does_not_help_the_bomb()
    {
        using var bomb = RawWorkbook.Of(writer => writer.Write(RawWorkbook.DecisionHeader + string.Concat(Enumerable.Repeat("<row/>", 100_000))));
        var bytes = bomb.ToArray();
        var directory = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bytes.AsSpan(directory + 24), 10);
        using var lying = new MemoryStream(bytes);
        var limits = SpreadsheetLimits.Default with { UnpackedBytes = 100_000 };

        Workbooks.Refused(() => new DecisionImport().Read(lying, "a.xlsx", new ImportOptions { Limits = limits }));
    }

    [Fact]
    public void Too_many_parts_are_refused()
    {
        using var stream = RawWorkbook.Of(_ => { }, [.. Enumerable.Range(0, 1001).Select(i => $"p{i}")]);

        Assert.Equal("文件内含超过 1000 个部件", Workbooks.Refused(() => Workbooks.Read(stream)).Message);
    }

    [Fact]
    public void Row_20001_refuses_the_file()
    {
        using var most = Workbooks.Decisions([.. Enumerable.Range(1, 20_000).Select(i => new object?[] { i, "张思", "通过", null })]);
        using var oneMore = Workbooks.Decisions([.. Enumerable.Range(1, 20_001).Select(i => new object?[] { i, "张思", "通过", null })]);

        Assert.Equal(20_000, Workbooks.Read(most).Valid.Count());
        Assert.Equal("超过 20000 行", Workbooks.Refused(() => Workbooks.Read(oneMore)).Message);
    }

    [Fact]
    public void More_than_256_columns_are_refused()
    {
        using var stream = RawWorkbook.Of(RawWorkbook.DecisionHeader + "<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>");

        Assert.Equal("超过 256 列", Workbooks.Refused(() => Workbooks.Read(stream)).Message);
    }

    [Fact]
    public void A_cell_in_the_last_row_of_the_sheet_does_not_keep_the_reader_busy()
    {
        using var stream = RawWorkbook.Of(
            RawWorkbook.DecisionHeader
            + $"<row r=\"2\"><c><v>2020010101</v></c>{RawWorkbook.Text("张思")}{RawWorkbook.Text("通过")}</row>"
            + "<row r=\"1048576\"><c><v>1</v></c></row>");

        var result = Workbooks.Read(stream);

        Assert.Single(result.Rows);
        Assert.Equal("第 3 行起连续 5000 行为空，其后的内容未读取", Assert.Single(result.Notes));
    }

    private sealed class PipedStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
