using Microsoft.Playwright;
using Portal.Browser.Tests.Browsing;
using Portal.Browser.Tests.Clearance;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Pages;

/// <summary>Sign-in, its end in the middle of work, posts, impatient fingers.</summary>
public sealed class SessionTests(BrowserPortal portal) : BrowserTest(portal), IClassFixture<BrowserPortal>
{
    private const string TrainingUnit = "培养单位学工审核";

    [Fact]
    public async Task A_refresh_after_the_session_ended_leads_to_the_sign_in_and_back()
    {
        AllowStatus(401);
        var page = await OpenAsync("op1");
        await page.OpenDeskAsync();
        await page.Context.ClearCookiesAsync(new() { Name = "portal.signin" });
        await page.GetByText("刷新", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("登录");
        await page.SignInAsync("op1");
        await Expect(page.Locator("h1")).ToHaveTextAsync("现场办理");
    }

    [Fact]
    public async Task What_was_typed_when_the_session_had_ended_is_given_back_after_the_sign_in()
    {
        var page = await OpenAsync("op1");
        await page.FindStudentAsync("2020010143");
        await page.Step(TrainingUnit).GetByLabel("不通过", new() { Exact = true }).CheckAsync();
        await page.Step(TrainingUnit).GetByLabel("备注").FillAsync("未交学生证，已电话通知");
        await page.Context.ClearCookiesAsync(new() { Name = "portal.signin" });
        await page.Step(TrainingUnit).GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await page.GetByLabel("账号").First.FillAsync("op1");
        await page.GetByLabel("密码").First.FillAsync("wrong");
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await page.SignInAsync("op1");
        await Expect(page.Locator("#messages")).ToContainTextAsync("已为您填回");
        await Expect(page.Step(TrainingUnit).GetByLabel("备注")).ToHaveValueAsync("未交学生证，已电话通知");
        await Expect(page.Step(TrainingUnit).GetByLabel("不通过", new() { Exact = true })).ToBeCheckedAsync();
        Assert.Null(await page.EvaluateAsync<string?>("sessionStorage.getItem('portal.typed')"));
        await page.Step(TrainingUnit).GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await Expect(page.Message()).ToContainTextAsync("2020010143");
    }

    [Fact]
    public async Task What_somebody_else_typed_is_forgotten()
    {
        var page = await OpenAsync("op1");
        await page.FindStudentAsync("2020010144");
        await page.Step(TrainingUnit).GetByLabel("备注").FillAsync("只给自己看");
        await page.Context.ClearCookiesAsync(new() { Name = "portal.signin" });
        await page.Step(TrainingUnit).GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await page.SignInAsync("sup1");
        await Expect(page.Locator(".visitor-name")).ToBeVisibleAsync();
        Assert.DoesNotContain("只给自己看", await page.ContentAsync());
        Assert.Null(await page.EvaluateAsync<string?>("sessionStorage.getItem('portal.typed')"));
    }

    [Fact]
    public async Task A_decision_after_the_session_ended_leads_back_to_the_same_student()
    {
        var page = await OpenAsync("op1");
        await page.FindStudentAsync("2020010141");
        await page.Step(TrainingUnit).GetByLabel("通过", new() { Exact = true }).CheckAsync();
        await page.Context.ClearCookiesAsync(new() { Name = "portal.signin" });
        await page.Step(TrainingUnit).GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await page.SignInAsync("op1");
        await Expect(page.Locator("main")).ToContainTextAsync("2020010141");
        await Expect(page.Step(TrainingUnit)).ToContainTextAsync("未办理");
    }

    [Fact]
    public async Task A_double_click_decides_once()
    {
        var page = await OpenAsync("op1");
        await page.FindStudentAsync("2020010142");
        await page.Step(TrainingUnit).GetByLabel("通过", new() { Exact = true }).CheckAsync();
        await page.Step(TrainingUnit).GetByRole(AriaRole.Button, new() { Name = "确定" }).DblClickAsync();
        await Expect(page.Message()).ToContainTextAsync("2020010142");
        await Expect(page.Message().GetByRole(AriaRole.Status)).ToContainTextAsync("已通过");
        Assert.Equal(1, await Host.Database.ScalarAsync<long>(
            "select count(*) from graduationclearance_step_record_log where student_id = (select id from graduationclearance_student where student_no = '2020010142')"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_person_with_two_posts_switches_by_keyboard(bool scripts)
    {
        var page = await OpenAsync("admin", Screen.Phone, scripts);
        var current = page.Locator(".visitor-post summary");
        var before = await current.InnerTextAsync();
        await current.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".visitor-post button[aria-pressed=false]").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(current).Not.ToHaveTextAsync(before);
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_closes_the_portal_also_for_the_back_button()
    {
        var page = await OpenAsync("op1");
        await page.OpenDeskAsync();
        await page.Locator("summary", new() { HasText = "刘敏" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await Expect(page.Locator("h1")).Not.ToHaveTextAsync("现场办理");
        await page.GoBackAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("登录");
    }
}
