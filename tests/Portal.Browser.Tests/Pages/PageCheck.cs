using Microsoft.Playwright;
using Portal.Browser.Tests.Browsing;

namespace Portal.Browser.Tests.Pages;

/// <summary>What holds for every page at every width.</summary>
internal static class PageCheck
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS");

    /// <summary>Faults of the page that is open, empty when it is fine. Takes a picture into <c>PORTAL_SCREENSHOTS</c> when that is set.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(this IPage page, string? picture = null)
    {
        var width = page.ViewportSize!.Width;
        var faults = new List<string>();
        if (await page.Locator("h1").CountAsync() is not 1 and var headings)
            faults.Add($"{headings} headings h1");
        if (await page.Locator("html").GetAttributeAsync("lang") is not "zh-CN")
            faults.Add("the language is not zh-CN");
        if ((await page.TitleAsync()).Split(" · ") is not [{ Length: > 0 }, { Length: > 0 }])
            faults.Add($"the title is '{await page.TitleAsync()}', wanted 'page · portal'");
        if (await page.WidthFaultsAsync() is { Count: > 0 } wide)
            faults.AddRange(wide);
        faults.AddRange(await Axe.FindAsync(page));
        if (Pictures is not null)
        {
            var name = picture ?? Links.KindOf(new Uri(page.Url).PathAndQuery).Trim('/').Replace('/', '-').Replace('?', '-');
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{(name.Length > 0 ? name : "home")}-{width}.png"), FullPage = true });
        }

        return [.. faults.Select(fault => $"{new Uri(page.Url).PathAndQuery} at {width} px: {fault}")];
    }

    /// <summary>Insists on a page without faults.</summary>
    public static async Task ExpectSoundAsync(this IPage page, string? picture = null)
    {
        var faults = await page.FaultsAsync(picture);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
