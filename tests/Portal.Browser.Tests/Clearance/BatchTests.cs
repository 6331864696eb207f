using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Browser.Tests.Browsing;
using Portal.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Clearance;

/// <summary>批量办理: the list, its selection and the way to the result.</summary>
public sealed partial class BatchTests(BrowserPortal portal) : BrowserTest(portal), IClassFixture<BrowserPortal>
{
    private const string Url = "/graduationclearance/batch";

    [Fact]
    [Trait("Case", "clearance:B3")]
    public async Task The_selection_counts_what_is_ticked()
    {
        var page = await OpenAsync("op1");
        await page.GotoAsync(Url);
        await Expect(Count(page)).ToHaveTextAsync("0");
        await page.GetByLabel("选择 2020010101").CheckAsync();
        await page.GetByLabel("选择 2020010102").CheckAsync();
        await Expect(Count(page)).ToHaveTextAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "清除" }).ClickAsync();
        await Expect(Count(page)).ToHaveTextAsync("0");
        await Expect(page.GetByLabel("选择 2020010101")).Not.ToBeCheckedAsync();

        await page.GetByLabel("选择本页全部学生").CheckAsync();
        await Expect(Count(page)).ToHaveTextAsync("50");
        await page.GetByRole(AriaRole.Link, new() { Name = "下一页" }).ClickAsync();
        await Expect(Count(page)).ToHaveTextAsync("0");
    }

    [Fact]
    [Trait("Case", "clearance:B1")]
    public async Task Ticked_students_pass_together()
    {
        var page = await OpenAsync("op1");
        await page.GotoAsync(Url);
        foreach (var number in new[] { "2020010111", "2020010112", "2020010113" })
            await page.GetByLabel($"选择 {number}").CheckAsync();
        await PassAsync(page, "材料齐全");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("通过 3 人");
        await page.ExpectSoundAsync("batch-result");

        await page.GetByRole(AriaRole.Link, new() { Name = "返回列表" }).ClickAsync();
        await Expect(page.Locator("tr", new() { HasText = "2020010112" })).ToContainTextAsync("已通过");
    }

    [Fact]
    [Trait("Case", "clearance:B3")]
    public async Task All_results_are_a_step_of_their_own_with_their_number()
    {
        var page = await OpenAsync("op1");
        await page.GotoAsync($"{Url}?name=周思");
        await page.GetByLabel("选择 2020010106").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "选择全部" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("全部 2 人");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "不通过 2 人" })).ToBeVisibleAsync();
        await page.ExpectSoundAsync("batch-all");
    }

    [Fact]
    public async Task Students_pass_together_without_scripts()
    {
        var page = await OpenAsync("op1", scripts: false);
        await page.GotoAsync(Url);
        await page.GetByLabel("选择 2020010121").CheckAsync();
        await page.GetByLabel("选择 2020010122").CheckAsync();
        await PassAsync(page, "");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("通过 2 人");
    }

    [Fact]
    public async Task A_phone_selects_and_decides()
    {
        var page = await OpenAsync("op1", Screen.Phone);
        await page.GotoAsync($"{Url}?no=2020010131");
        await page.GetByLabel("选择 2020010131").CheckAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "批量通过" })).ToBeInViewportAsync();
        await page.ExpectSoundAsync("batch-ticked");
        await PassAsync(page, "");
        await page.ExpectSoundAsync("batch-result");
    }

    [Fact]
    [Trait("Case", "clearance:B3")]
    public async Task Nothing_ticked_is_said_where_no_script_hides_the_buttons()
    {
        var scripted = await OpenAsync("op1");
        await scripted.GotoAsync(Url);
        await Expect(scripted.GetByRole(AriaRole.Button, new() { Name = "批量通过" })).ToBeHiddenAsync();
        var page = await OpenAsync("op1", scripts: false);
        await page.GotoAsync(Url);
        await page.GetByRole(AriaRole.Button, new() { Name = "批量通过" }).ClickAsync();
        await Expect(page.Message()).ToContainTextAsync("请先选择学生");
    }

    private static ILocator Count(IPage page) => page.Locator("[data-selection-count]").First;

    private static async Task PassAsync(IPage page, string note)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "批量通过" }).ClickAsync();
        await page.GetByLabel("环节选择").SelectOptionAsync("培养单位学工审核");
        await page.GetByLabel("审核记录").FillAsync(note);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = PassButton() }).ClickAsync();
    }

    [GeneratedRegex("^通过 [0-9]+ 人$")]
    private static partial Regex PassButton();
}
