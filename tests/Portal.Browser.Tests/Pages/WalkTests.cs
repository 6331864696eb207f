using Portal.Browser.Tests.Browsing;

namespace Portal.Browser.Tests.Pages;

/// <summary>Opens every page that a role finds by its menu and the links of its pages, on a desktop and on a phone.</summary>
public sealed class WalkTests(BrowserPortal portal) : BrowserTest(portal), IClassFixture<BrowserPortal>
{
    [Theory]
    [InlineData("admin")]
    [InlineData("ma-admin")]
    [InlineData("leader1")]
    [InlineData("op1")]
    [InlineData("lib1")]
    [InlineData("cert1")]
    [InlineData("2020010101")]
    public async Task Every_page_of_a_role_is_sound(string account)
    {
        var pages = new Walk(account);
        await pages.FollowAsync(await OpenAsync(account));
        await pages.RepeatAsync(await OpenAsync(account, Screen.Phone));
        pages.ExpectSound();
    }
}
