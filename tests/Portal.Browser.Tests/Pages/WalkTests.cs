using Microsoft.Playwright;
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
        var links = new Links();
        var desktop = await OpenAsync(account);
        await links.ReadAsync(desktop);
        var pages = new List<string>();
        var faults = new List<string>();
        while (links.TryTake(out var address))
        {
            if (!await IsPageAsync(desktop, address))
                continue;
            pages.Add(address);
            faults.AddRange(await desktop.FaultsAsync(NameOf(account, address)));
            await links.ReadAsync(desktop);
        }

        var phone = await OpenAsync(account, Screen.Phone);
        foreach (var address in pages)
        {
            await phone.GotoAsync(address);
            faults.AddRange(await phone.FaultsAsync(NameOf(account, address)));
        }

        Assert.True(pages.Count > 0, "There is no page.");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static string NameOf(string account, string address) =>
        account + Links.KindOf(address).Replace('/', '-').Replace('?', '-');

    // Files to download are not pages.
    private static async Task<bool> IsPageAsync(IPage page, string address)
    {
        try
        {
            return await page.GotoAsync(address) is { } answer && (await answer.HeaderValueAsync("content-type"))?.StartsWith("text/html", StringComparison.Ordinal) == true;
        }
        catch (PlaywrightException exception) when (exception.Message.Contains("Download is starting", StringComparison.Ordinal))
        {
            return false;
        }
    }
}
