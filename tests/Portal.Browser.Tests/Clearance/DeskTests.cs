using Microsoft.Playwright;
using Portal.Browser.Tests.Browsing;
using Portal.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Clearance;

/// <summary>现场办理 as somebody at a counter uses it. Every test handles students of its own.</summary>
public sealed class DeskTests(BrowserPortal portal) : BrowserTest(portal), IClassFixture<BrowserPortal>
{
    private const string TrainingUnit = "培养单位学工审核";

    [Fact]
    [Trait("Case", "clearance:A2")]
    public async Task A_student_is_handled_by_keyboard_alone()
    {
        var page = await OpenAsync("op1");
        await page.OpenDeskAsync();
        await Expect(page.SearchBox()).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("2020010101");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Heading("张思")).ToBeVisibleAsync();
        await Expect(page.Step(TrainingUnit).GetByLabel("通过", new() { Exact = true })).ToBeFocusedAsync();
        await page.ExpectSoundAsync("desk-student");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Step(TrainingUnit).GetByLabel("备注")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("材料齐全");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Message()).ToContainTextAsync("2020010101 张思");
        await Expect(page.Message()).ToContainTextAsync("通过");
        await Expect(page.SearchBox()).ToBeFocusedAsync();
        await Expect(page.Recent().First).ToContainTextAsync("2020010101");
        await Expect(page.Recent().First).ToContainTextAsync("已通过");
        await page.ExpectSoundAsync("desk-handled");
    }

    [Fact]
    public async Task Arrow_keys_choose_failed_and_the_reason_stands_in_the_record()
    {
        var page = await OpenAsync("op1");
        await page.FindStudentAsync("2020010103");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Step(TrainingUnit).GetByLabel("不通过")).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("未交学生证");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Message()).ToContainTextAsync("2020010103");
        await page.FindStudentAsync("2020010103");
        await Expect(page.Step(TrainingUnit)).ToContainTextAsync("备注：未交学生证");
        await Expect(page.Step(TrainingUnit)).ToContainTextAsync("未通过");
    }

    [Fact]
    [Trait("Case", "clearance:A5")]
    public async Task Nothing_chosen_is_said_and_what_was_typed_stays()
    {
        var page = await OpenAsync("op1");
        await page.FindStudentAsync("2020010104");
        await page.Step(TrainingUnit).GetByLabel("备注").FillAsync("补交材料");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("请选择办理结果");
        await Expect(page.Step(TrainingUnit).GetByLabel("备注")).ToHaveValueAsync("补交材料");
        await page.ExpectSoundAsync("desk-refused");
    }

    [Fact]
    [Trait("Case", "clearance:A11")]
    public async Task A_decision_is_revoked_from_the_recent_list_with_a_reason()
    {
        var page = await OpenAsync("op1");
        await page.FindStudentAsync("2020010105");
        await page.DecideAsync(TrainingUnit, "通过");
        await page.Recent().Filter(new() { HasText = "2020010105" }).GetByRole(AriaRole.Link, new() { Name = "撤销" }).ClickAsync();
        await page.Step(TrainingUnit).GetByText("撤销办理").ClickAsync();
        await page.GetByLabel("撤销原因").FillAsync("看错学号");
        await page.ExpectSoundAsync("desk-revoke");
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销，恢复为未办理" }).ClickAsync();

        await Expect(page.Message()).ToContainTextAsync("已撤销");
        await Expect(page.Step(TrainingUnit)).ToContainTextAsync("未办理");
    }

    [Fact]
    [Trait("Case", "clearance:A1")]
    public async Task Counters_are_refreshed_without_loading_the_page()
    {
        var page = await OpenAsync("op1");
        await page.OpenDeskAsync();
        var before = await page.PassedAsync(TrainingUnit);
        await page.EvaluateAsync("() => { window.stillHere = true; }");
        await page.SearchBox().FillAsync("20200101");
        var other = await OpenAsync("op1");
        await other.FindStudentAsync("2020010107");
        await other.DecideAsync(TrainingUnit, "通过");

        await page.GetByText("刷新", new() { Exact = true }).ClickAsync();
        await Expect(page.Counters(TrainingUnit)).ToContainTextAsync($"已通过 {before + 1}人");
        Assert.True(await page.EvaluateAsync<bool>("() => window.stillHere === true"));
        await Expect(page.SearchBox()).ToHaveValueAsync("20200101");
    }

    [Fact]
    [Trait("Case", "clearance:A6")]
    public async Task Several_students_of_one_name_are_listed()
    {
        var page = await OpenAsync("op1");
        await page.OpenDeskAsync();
        await page.SearchBox().FillAsync("周思");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Heading("找到 2 人")).ToBeVisibleAsync();
        await page.ExpectSoundAsync("desk-hits");
        await page.GetByRole(AriaRole.Link, new() { Name = "2020010112" }).ClickAsync();
        await Expect(page.Heading("周思")).ToContainTextAsync("2020010112");

        await page.FindStudentAsync("2020020201");
        await Expect(page.GetByText("未找到", new() { Exact = true })).ToBeVisibleAsync();
        await page.ExpectSoundAsync("desk-none");
    }

    [Fact]
    public async Task The_desk_works_without_scripts()
    {
        var page = await OpenAsync("op1", scripts: false);
        await page.FindStudentAsync("2020010108");
        await page.DecideAsync(TrainingUnit, "通过");
        await Expect(page.Message()).ToContainTextAsync("2020010108");
        var before = await page.PassedAsync(TrainingUnit);
        await page.GetByText("刷新", new() { Exact = true }).ClickAsync();
        Assert.Equal(before, await page.PassedAsync(TrainingUnit));

        await page.Recent().Filter(new() { HasText = "2020010108" }).GetByRole(AriaRole.Link, new() { Name = "撤销" }).ClickAsync();
        await page.Step(TrainingUnit).GetByText("撤销办理").ClickAsync();
        await page.GetByLabel("撤销原因").FillAsync("看错学号");
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销，恢复为未办理" }).ClickAsync();
        await Expect(page.Message()).ToContainTextAsync("已撤销");
    }

    [Fact]
    public async Task A_phone_handles_a_student_too()
    {
        var page = await OpenAsync("op1", Screen.Phone);
        await page.FindStudentAsync("2020010109");
        await Expect(page.Step(TrainingUnit).GetByLabel("通过", new() { Exact = true })).ToBeInViewportAsync();
        await page.ExpectSoundAsync("desk-student");
        await page.DecideAsync(TrainingUnit, "通过");
        await Expect(page.Message()).ToBeInViewportAsync();
        await Expect(page.Message()).ToContainTextAsync("2020010109");
        await page.ExpectSoundAsync("desk-handled");
    }
}
