using Portal.GraduationClearance.Roster;
using Portal.Toolkit;

namespace Portal.GraduationClearance.Tests.Roster;

public sealed class IdCardNumberTests
{
    [Theory]
    [InlineData("11010519491231002X", true)]
    [InlineData("110101199701010008", true)]
    [InlineData("110101199601010001", false)]
    public void The_check_digit_follows_GB_11643(string number, bool expected) => Assert.Equal(expected, IdCardNumber.HasCheckDigit(number));

    [Theory]
    [InlineData("110101199601010001", "110101********0001", "1996-01-01")]
    [InlineData("110101960101001", "110101*****1001", "1996-01-01")]
    [InlineData("110101199613010001", "110101********0001", null)]
    public void Mask_and_birth_date(string number, string mask, string? birthDate)
    {
        Assert.Equal(mask, IdCardNumber.Mask(number));
        Assert.Equal(birthDate is null ? null : DateOnly.Parse(birthDate, System.Globalization.CultureInfo.InvariantCulture), IdCardNumber.BirthDate(number));
    }

    [Theory]
    [InlineData("东区-研8号楼-2层-246-01床", true)]
    [InlineData("东区-研1号楼-2层--01床", true)]
    [InlineData("----01床", true)]
    [InlineData("----", false)]
    [InlineData(" - - ", false)]
    [InlineData("", false)]
    public void Any_part_of_the_dormitory_counts(string dormitory, bool expected) =>
        Assert.Equal(expected, new RosterStudent { StudentNo = "1", Name = "甲", DepartmentId = 1, Dormitory = dormitory }.HasDormitory);
}
