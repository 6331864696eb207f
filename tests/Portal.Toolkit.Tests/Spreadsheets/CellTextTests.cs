using Portal.Toolkit.Spreadsheets;

namespace Portal.Toolkit.Tests.Spreadsheets;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("5000", 5000)]
    [InlineData("5,000.50", 5000.50)]
    [InlineData("-1,234,567", -1234567)]
    [InlineData(".5", 0.5)]
    public void Commas_part_groups_of_three(string text, double expected)
    {
        Assert.True(CellText.TryDecimal(text, out var number));
        Assert.Equal((decimal)expected, number);
    }

    [Theory]
    [InlineData("5000,50")]
    [InlineData("1,2,3")]
    [InlineData("1,00")]
    [InlineData("12,34,567")]
    [InlineData("5.000,50")]
    [InlineData("1e5")]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("٣")]
    public void Anything_else_is_no_number(string text) => Assert.False(CellText.TryDecimal(text, out _));
}
