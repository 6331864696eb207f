using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.Playwright;
using Portal.Browser.Tests.Browsing;

namespace Portal.Browser.Tests.Pages;

/// <summary>What a first visit transfers. Styles and scripts are counted as a published portal sends them, compressed; pages as they are.</summary>
public sealed class WeightTests(BrowserPortal portal) : BrowserTest(portal), IClassFixture<BrowserPortal>
{
    private const int MostBytes = 150 * 1024;
    private const int MostRequests = 10;

    [Theory]
    [InlineData("op1", "/graduationclearance/desk")]
    [InlineData("op1", "/graduationclearance/batch")]
    [InlineData("2020010102", "/graduationclearance/mysheet")]
    [InlineData("admin", "/organisation/people")]
    public async Task A_first_page_is_light(string account, string address)
    {
        var signedIn = await OpenAsync(account);
        var page = await OpenAsync();
        await page.Context.AddCookiesAsync((await signedIn.Context.CookiesAsync()).Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path }));
        var answers = new ConcurrentQueue<IResponse>();
        page.Response += (_, answer) => answers.Enqueue(answer);
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });

        var weights = new Dictionary<string, int>();
        foreach (var answer in answers)
            weights[answer.Url] = Weigh(await answer.BodyAsync(), answer.Request.ResourceType == "document");
        var listed = string.Join('\n', weights.Select(weight => $"{weight.Value,8} {weight.Key}"));
        Assert.True(weights.Count <= MostRequests, listed);
        Assert.True(weights.Values.Sum() < MostBytes, $"{weights.Values.Sum()} bytes:\n{listed}");
        Assert.DoesNotContain("echarts", listed);
    }

    private static int Weigh(byte[] content, bool isPage)
    {
        if (isPage)
            return content.Length;
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
            brotli.Write(content);
        return (int)compressed.Length;
    }
}
