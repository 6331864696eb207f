using Portal.RegistryTransfer.Numbers;
using Portal.Toolkit;
using Xunit;

namespace Portal.RegistryTransfer.Tests.Numbers;

[Trait("Case", "transfer:3")]
public sealed class StudentNumberTests
{
    private static readonly DateOnly _today = new(2026, 3, 10);

    [Theory]
    [InlineData("G449901201503120132", true)]
    [InlineData("J449901201608200040", true)]
    [InlineData("L449901201608200421", true)]
    [InlineData("L44990120160820042X", true)]
    [InlineData("G11990120151020002X", true)]
    [InlineData("G449901201503120133", false)]
    [InlineData("J449901201608200041", false)]
    [InlineData("G449901201502300019", false)]
    [InlineData("L449901201602300421", false)]
    [InlineData("G999901201503120017", false)]
    [InlineData("L999901201608200421", false)]
    [InlineData("L449901202703110421", false)]
    [InlineData("G449901202703110128", false)]
    [InlineData("L4499012016082004X1", false)]
    public void The_examples_of_the_standard_hold(string number, bool isValid) => Assert.Equal(isValid, StudentNumber.FindFault(number, _today) is null);

    [Theory]
    [InlineData("K449901201503120132")]
    [InlineData("G44990120150312013")]
    [InlineData("G4499012015031201322")]
    [InlineData("G44990120150312 0132")]
    [InlineData("G4499012015031２0132")]
    [InlineData("")]
    [InlineData("X449901201503120132")]
    public void What_has_not_the_form_is_told_the_form(string number) =>
        Assert.Contains("须以G/L/J开头且长度为19位", StudentNumber.FindFault(number, _today), StringComparison.Ordinal);

    [Theory]
    [InlineData("449901201503120132", true)]
    [InlineData("519901201108170066", true)]
    [InlineData("11990120151020002X", true)]
    [InlineData("11010519491231002X", true)]
    [InlineData("440524188001010014", true)]
    [InlineData("449901201503120133", false)]
    [InlineData("449901201502300019", false)]
    [InlineData("999901201503120017", false)]
    public void Identity_numbers_of_the_standard_hold(string number, bool isValid) => Assert.Equal(isValid, IdCardNumber.FindFault(number, _today) is null);

    [Theory]
    [InlineData("  g449901201503120132 ", "G449901201503120132")]
    [InlineData("Ｇ４４９９０１２０１５０３１２０１３２", "G449901201503120132")]
    [InlineData("　g11990120151020002ｘ　", "G11990120151020002X")]
    public void Numbers_are_normalised(string typed, string number) => Assert.Equal(number, StudentNumber.Normalize(typed));

    [Fact]
    public void Audit_rows_hold_the_ends_only() => Assert.Equal("G4499************32", StudentNumber.Mask("G449901201503120132"));

    [Theory]
    [InlineData("买买提·示例")]
    [InlineData("买买提•示例")]
    [InlineData("买买提・示例")]
    [InlineData("买买提‧示例")]
    [InlineData("买买提･示例")]
    [InlineData("买买提．示例")]
    [InlineData("买买提.示例")]
    [InlineData(" 买买提 · 示例　")]
    public void The_separator_dot_of_a_name_is_one_however_it_was_typed(string typed) => Assert.Equal("买买提·示例", StudentName.Key(typed));

    [Theory]
    [InlineData("张 示例", "张示例")]
    [InlineData("Ａnna  Example", "ANNA EXAMPLE")]
    [InlineData("", "")]
    public void Blanks_and_width_of_a_name_carry_no_meaning(string typed, string key) => Assert.Equal(key, StudentName.Key(typed));

    [Fact]
    public void Different_names_stay_different() => Assert.NotEqual(StudentName.Key("张示例"), StudentName.Key("张示列"));

    [Theory]
    [InlineData("买买提·示例", false)]
    [InlineData("〇𠮷示例", false)]
    [InlineData("Anna O'Neil-Li", false)]
    [InlineData("=1+1", true)]
    [InlineData("<b>示例", true)]
    [InlineData("张，示例", true)]
    public void Signs_that_no_name_has_are_special(string name, bool isSpecial) => Assert.Equal(isSpecial, StudentName.HasSpecialCharacters(name));
}
