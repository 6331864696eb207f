using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Browser.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Clearance;

/// <summary>What stands on the page 现场办理.</summary>
internal static partial class Desk
{
    public const string Url = "/graduationclearance/desk";

    public static async Task OpenDeskAsync(this IPage page) => await page.GotoAsync(Url);

    public static ILocator SearchBox(this IPage page) => page.GetByLabel("学号或姓名");

    /// <summary>The part of the page in which one step is decided.</summary>
    public static ILocator Step(this IPage page, string step) => page.GetByLabel("办理信息").GetByRole(AriaRole.Region, new() { Name = step });

    public static ILocator Counters(this IPage page, string step) => page.Locator("#step-counters").GetByRole(AriaRole.Region, new() { Name = step });

    public static ILocator Recent(this IPage page) => page.Locator("section", new() { HasText = "最近办理" }).Locator("tbody tr");

    public static ILocator Heading(this IPage page, string text) => page.Locator("main").Locator("h2, .h2").Filter(new() { HasText = text });

    public static async Task FindStudentAsync(this IPage page, string studentNo)
    {
        await page.OpenDeskAsync();
        await page.SearchBox().FillAsync(studentNo);
        await page.SearchBox().PressAsync("Enter");
        await Expect(page.Locator("main")).ToContainTextAsync(studentNo);
    }

    public static async Task DecideAsync(this IPage page, string step, string result)
    {
        await page.Step(step).GetByLabel(result, new() { Exact = true }).CheckAsync();
        await page.Step(step).GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await Expect(page.Message()).ToContainTextAsync(result == "通过" ? "已通过" : "未通过");
    }

    public static async Task<int> PassedAsync(this IPage page, string step) =>
        int.Parse(Passed().Match(await page.Counters(step).InnerTextAsync()).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("已通过\\s*([0-9]+)")]
    private static partial Regex Passed();
}
