using Portal.Toolkit.Imports;
using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Tests.Imports;

public sealed class ImportPartTests
{
    [Theory]
    [InlineData(2000, 10, 1000)]
    [InlineData(30, 10, 30)]
    [InlineData(2000, 30_000, 33)]
    [InlineData(2000, 1_500_000, 1)]
    public void A_part_holds_a_thousand_rows_and_never_more_than_a_record_can(int rows, int characters, int expected) =>
        Assert.Equal(expected, ImportPart.LengthOf(Enumerable.Repeat<IReadOnlyList<Cell>>([Cell.FromText(new string('x', characters))], rows)));
}
