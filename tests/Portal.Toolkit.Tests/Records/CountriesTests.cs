using Portal.Toolkit.Records;

namespace Portal.Toolkit.Tests.Records;

public sealed class CountriesTests
{
    [Fact]
    public void Every_country_has_an_English_name_of_its_own()
    {
        var names = Countries.All.Select(country => Countries.EnglishNameOf(country.Key)).ToArray();
        Assert.Equal(249, names.Distinct().Count());
        Assert.All(names, name => Assert.True(name.Length > 2 && name.All(letter => letter < '\u2E80'), name));
        Assert.Equal(("Viet Nam", "Hong Kong, China", "Taiwan, China", "XX"), (Countries.EnglishNameOf("VN"), Countries.EnglishNameOf("HK"), Countries.EnglishNameOf("TW"), Countries.EnglishNameOf("XX")));
    }
}
