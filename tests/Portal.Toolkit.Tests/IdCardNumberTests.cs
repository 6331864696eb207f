namespace Portal.Toolkit.Tests;

public sealed class IdCardNumberTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    [Theory]
    [InlineData("11010519491231002X", null)]
    [InlineData("440524188001010014", null)]
    [InlineData("110105194912310021", "校验位")]
    [InlineData("000105194912310026", "省级")]
    [InlineData("110105194902310026", "出生日期")]
    [InlineData("110105202612310026", "出生日期")]
    [InlineData("110105491231002", "18位")]
    [InlineData("1101051949123100XX", "18位")]
    public void A_number_that_cannot_be_true_is_told_why(string number, string? fault)
    {
        var found = IdCardNumber.FindFault(number, Today);
        if (fault is null)
            Assert.Null(found);
        else
            Assert.Contains(fault, found, StringComparison.Ordinal);
    }

    [Fact]
    public void Wide_and_small_letters_become_the_one_written_form() =>
        Assert.Equal("11010519491231002X", IdCardNumber.Normalize("　１１０１０５１９４９１２３１００２ｘ "));

    [Theory]
    [InlineData("11010519491231002X", "女")]
    [InlineData("440524188001010014", "男")]
    [InlineData("110105491231002", "")]
    public void The_second_last_digit_tells_the_gender(string number, string gender) => Assert.Equal(gender, IdCardNumber.Gender(number));
}
