using Microsoft.Playwright;

namespace Portal.Browser.Tests.Browsing;

/// <summary>The watch over the consoles sees what it is there for.</summary>
public sealed class PageTroubleTests
{
    private const string Page =
        """
        <!doctype html><title>x</title>
        <script>document.title = 'inline';</script>
        <script src="/error.js"></script>
        <p style="color: red">styled</p>
        <img src="/missing.png" alt="">
        """;

    [Fact]
    public async Task Inline_script_and_style_a_script_error_and_a_missing_file_are_noticed()
    {
        var trouble = new PageTrouble();
        var browser = await Chromium.LaunchedAsync();
        await using var context = await browser.NewContextAsync();
        trouble.Watch(context);
        var headers = new Dictionary<string, string> { ["Content-Security-Policy"] = "default-src 'self'" };
        await context.RouteAsync("**/*", route => new Uri(route.Request.Url).AbsolutePath switch
        {
            "/" => route.FulfillAsync(new() { Body = Page, ContentType = "text/html; charset=utf-8", Headers = headers }),
            "/error.js" => route.FulfillAsync(new() { Body = "throw new Error('broken');", ContentType = "text/javascript" }),
            _ => route.FulfillAsync(new() { Status = 404 }),
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync("http://portal.example/", new() { WaitUntil = WaitUntilState.NetworkIdle });

        var complaints = string.Join('\n', trouble.Complaints);
        Assert.Contains("inline script", complaints);
        Assert.Contains("inline style", complaints);
        Assert.Contains("broken", complaints);
        Assert.Contains("404 for GET http://portal.example/missing.png", complaints);
    }
}
