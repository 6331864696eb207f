using Microsoft.Playwright;
using Portal.Browser.Tests.Browsing;
using Portal.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Clearance;

/// <summary>各环节办理情况统计: the chart and the table behind it.</summary>
public sealed class StatisticsTests(BrowserPortal portal) : BrowserTest(portal), IClassFixture<BrowserPortal>
{
    private const string Url = "/graduationclearance/statistics";

    [Theory]
    [InlineData(1440)]
    [InlineData(360)]
    public async Task The_chart_is_drawn_under_the_strict_content_policy(int width)
    {
        var page = await OpenAsync("leader1", new() { Width = width, Height = 900 });
        await page.GotoAsync(Url);
        var chart = page.Locator("[data-chart]");
        await chart.ScrollIntoViewIfNeededAsync();
        await Expect(chart.Locator("canvas")).ToBeVisibleAsync();
        Assert.True(
            await chart.Locator("canvas").EvaluateAsync<bool>("canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(value => value !== 0)"),
            "The chart is empty.");
        await page.ExpectSoundAsync("statistics");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.ExpectSoundAsync("statistics-paper");
    }

    [Fact]
    public async Task Without_scripts_the_table_tells_the_same()
    {
        var page = await OpenAsync("leader1", scripts: false);
        await page.GotoAsync(Url);
        await Expect(page.Locator("[data-chart]")).ToBeHiddenAsync();
        await page.Locator(".chart-table summary").ClickAsync();
        await Expect(page.Locator(".chart-table tbody tr").First).ToContainTextAsync("导师审核");
    }
}
