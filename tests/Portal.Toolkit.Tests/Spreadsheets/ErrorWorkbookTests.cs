using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Tests.Spreadsheets;

public sealed class ErrorWorkbookTests
{
    private static readonly object?[][] _faulty =
    [
        [2020010101d, "张思", "通过", null],
        ["2020010102", "张四", "通过", "00123"],
        [" 2020010103", "李 四", "合格", "=1+1"],
        [2020010104.5d, null, "通过", new DateOnly(2026, 6, 15)],
        [true, "王五", "通过 ", "两行\n备注"],
        [2020010106d, "赵六", "通过", null],
        [2020010106d, "赵六", "未通过", null],
    ];

    [Fact]
    [Trait("Case", "clearance:C20")]
    public void Rejected_rows_keep_type_row_number_and_reason()
    {
        var result = Workbooks.Read(Workbooks.Decisions(_faulty));
        using var errors = Workbooks.Write(writer => ErrorWorkbook.Write(writer, result));
        var again = Workbooks.Read(errors);

        Assert.Equal(6, again.Rows.Count);
        Assert.Equal([.. Workbooks.DecisionHeaders, "行号", "错误原因"], again.Headers);
        Assert.Empty(again.IgnoredHeaders);
        foreach (var (before, after) in result.Rejected.Zip(again.Rows))
        {
            Assert.Equal(before.Cells, after.Cells.Take(4));
            Assert.Equal(Cell.FromNumber(before.RowNumber), after.Cells[4]);
            Assert.Equal(string.Join('；', before.Errors.Select(error => error.Message)), after.Cells[5].Text);
        }
    }

    [Fact]
    [Trait("Case", "clearance:C20")]
    public void Rejected_twice_keeps_the_newest_reason_only()
    {
        var first = Workbooks.Read(Workbooks.Decisions(_faulty));
        using var once = Workbooks.Write(writer => ErrorWorkbook.Write(writer, first));
        var second = Workbooks.Read(once);
        using var twice = Workbooks.Write(writer => ErrorWorkbook.Write(writer, second));

        Assert.Equal(second.Headers, Workbooks.Read(twice).Headers);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [Trait("Case", "clearance:C20")]
    public void Whatever_is_wrong_the_corrected_workbook_imports(int seed)
    {
        var random = new Random(seed);
        string[] spoils = ["ABC", " ", "\u200B", "　", "=1", "1\n"];
        var rows = Enumerable.Range(0, 200).Select(i =>
        {
            object?[] row = [2020010000d + i, "张思", i % 2 == 0 ? "通过" : "未通过", "备注"];
            for (var faults = random.Next(3); faults > 0; faults--)
            {
                var column = random.Next(3);
                row[column] = random.Next(3) == 0 ? null : row[column] + spoils[random.Next(spoils.Length)];
            }

            return row;
        }).ToArray();

        var result = Workbooks.Read(Workbooks.Decisions(rows));
        using var errors = Workbooks.Write(writer => ErrorWorkbook.Write(writer, result));
        var rejected = Workbooks.Read(errors).Rows;
        var corrected = rejected.Select(row =>
        {
            var number = (int)row.Cells[4].Number - 2;
            return new object?[] { 2020010000d + number, "张思", number % 2 == 0 ? "通过" : "未通过", row.Cells[3], row.Cells[4], row.Cells[5] };
        }).ToArray();
        var final = Workbooks.Read(Workbooks.Of([.. Workbooks.DecisionHeaders, "行号", "错误原因"], corrected));

        Assert.Empty(final.Rejected);
        Assert.Equal(
            Enumerable.Range(0, 200).Select(i => $"{2020010000 + i}"),
            result.Valid.Concat(final.Valid).Select(row => row.Value!.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_cell_survives_storage_with_its_type()
    {
        Cell[] cells =
        [
            default, Cell.FromText("n1"), Cell.FromText("2020010101"), Cell.FromNumber(2020010101), Cell.FromNumber(0.1 + 0.2),
            Cell.FromNumber(-5), Cell.FromDate(new DateTime(2026, 6, 15, 14, 5, 0)), Cell.FromBoolean(true), Cell.FromBoolean(false),
        ];

        Assert.Equal(cells, cells.Select(cell => Cell.Decode(cell.Encode())));
    }
}
