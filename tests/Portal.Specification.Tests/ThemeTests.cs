using Portal.Testing;

namespace Portal.Specification.Tests;

public sealed class ThemeTests(PlainThemeFixture portal) : IClassFixture<PlainThemeFixture>
{
    [Fact]
    public async Task The_second_theme_dresses_every_page_by_a_setting()
    {
        using var client = await portal.SignInAsync("admin");
        var page = await client.OpenAsync("/organisation/units");
        Assert.Contains("Portal.Themes.Plain", page.Html, StringComparison.Ordinal);
        Assert.Equal("单位", page.TextOf("h1"));
    }
}

public sealed class PlainThemeFixture : PortalFixture<Sqlite>
{
    protected override void Configure(PortalFactory factory) => factory.Settings["Portal:Theme"] = "Plain";
}
