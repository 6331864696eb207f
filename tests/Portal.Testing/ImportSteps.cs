using System.Globalization;
using Xunit;

namespace Portal.Testing;

/// <summary>Takes a client through the pages of an import: 选择文件, 预检, 导入, 结果.</summary>
public static class ImportSteps
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] Cards = ["新增", "更新", "无变化", "错误"];

    /// <summary>Uploads a file at the page of an import and waits for the preview.</summary>
    public static async Task CheckImportAsync(this PortalClient client, string url, byte[] file, string name = "导入.xlsx")
    {
        await client.OpenAsync(url);
        await client.SubmitAsync("#upload", null, new TestFile("file", name, file));
        await client.WaitForJobAsync();
    }

    /// <summary>Presses 数据导入 on the preview and waits for the result.</summary>
    public static async Task ApplyImportAsync(this PortalClient client)
    {
        await client.SubmitAsync("main form[method=post]:not([action*='handler=Errors']) button");
        await client.WaitForJobAsync();
    }

    /// <summary>Opens the page anew until its job has ended.</summary>
    public static async Task WaitForJobAsync(this PortalClient client)
    {
        for (var watch = System.Diagnostics.Stopwatch.StartNew(); client.Page.TryFind("#job-progress progress") is not null; await Task.Delay(100))
        {
            Assert.True(watch.Elapsed < Patience, $"The job does not end: {client.Page}");
            await client.OpenAsync(client.Page.Url.PathAndQuery);
        }
    }

    /// <summary>新增/更新/无变化/错误 as the cards show them.</summary>
    public static string ImportCounts(this PortalClient client) => string.Join('/', Cards.Select(label => client.Page.CardOf(label)));

    /// <summary>The number on a card; 0 without such a card.</summary>
    public static int CardOf(this PortalPage page, string label) => page.FindAll(".counter")
        .Where(card => card.QuerySelector(".counter-label")!.TextContent.Trim() == label)
        .Select(card => int.Parse(card.QuerySelector(".counter-value")!.FirstChild!.TextContent.Trim(), CultureInfo.InvariantCulture))
        .FirstOrDefault();
}
