using Microsoft.Playwright;

namespace Portal.Browser.Tests.Pages;

/// <summary>Opens the pages that an account finds by its menu and the links of its pages, and gathers their faults.</summary>
internal sealed class Walk(string account)
{
    private readonly List<string> _pages = [];
    private readonly List<string> _faults = [];

    /// <summary>Begins where the window stands and follows one link of each kind.</summary>
    public async Task FollowAsync(IPage page)
    {
        var links = new Links();
        await links.ReadAsync(page);
        while (links.TryTake(out var address))
        {
            if (!await IsPageAsync(page, address))
                continue;
            _pages.Add(address);
            _faults.AddRange(await page.FaultsAsync(NameOf(address)));
            await links.ReadAsync(page);
        }
    }

    /// <summary>Opens the pages again in another window, those of a kind named in <paramref name="seen"/> left out and the others added to it.</summary>
    public async Task RepeatAsync(IPage page, ISet<string>? seen = null)
    {
        foreach (var address in _pages.Where(address => seen?.Add(Links.KindOf(address)) != false))
        {
            await page.GotoAsync(address);
            _faults.AddRange(await page.FaultsAsync(NameOf(address)));
        }
    }

    public void ExpectSound()
    {
        Assert.True(_pages.Count > 0, "There is no page.");
        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    private string NameOf(string address) => account + Links.KindOf(address).Replace('/', '-').Replace('?', '-');

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
