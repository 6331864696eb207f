using Microsoft.Playwright;
using Portal.Browser.Tests.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Portal.Browser.Tests.Pages;

/// <summary>Pages that nobody has to sign in for, and pages that say no.</summary>
public sealed class PublicPagesTests(BrowserPortal portal) : BrowserTest(portal), IClassFixture<BrowserPortal>
{
    [Theory]
    [InlineData("/organisation/account/signin")]
    [InlineData("/graduationclearance/verify")]
    [InlineData("/graduationclearance/verify?code=12-AAAAAAAAAAAA")]
    public async Task A_public_page_is_sound(string address)
    {
        foreach (var screen in new[] { Screen.Desktop, Screen.Phone })
        {
            var page = await OpenAsync(screen: screen);
            await page.GotoAsync(address);
            await page.ExpectSoundAsync();
        }
    }

    [Fact]
    public async Task A_refused_sign_in_keeps_the_account_and_says_why()
    {
        var page = await OpenAsync();
        await page.GotoAsync("/");
        await page.GetByLabel("账号").First.FillAsync("op1");
        await page.GetByLabel("密码").First.FillAsync("wrong");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(page.GetByLabel("账号").First).ToHaveValueAsync("op1");
        await page.ExpectSoundAsync("signin-refused");
    }

    [Theory]
    [InlineData("op1", "/no/such/page", 404)]
    [InlineData("op1", "/organisation/people", 403)]
    public async Task An_error_page_is_sound(string account, string address, int status)
    {
        AllowStatus(status);
        foreach (var screen in new[] { Screen.Desktop, Screen.Phone })
        {
            var page = await OpenAsync(account, screen);
            Assert.Equal(status, (await page.GotoAsync(address))!.Status);
            await page.ExpectSoundAsync($"error-{status}");
        }
    }

    [Fact]
    public async Task The_skip_link_leads_keyboards_past_the_menu()
    {
        var page = await OpenAsync("admin");
        await page.GotoAsync("/organisation/units");
        await page.EvaluateAsync("() => document.activeElement.blur()");
        await page.Locator(".skip-link").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task On_a_phone_the_menu_unfolds_by_keyboard_and_without_scripts()
    {
        var page = await OpenAsync("op1", Screen.Phone, scripts: false);
        var entry = page.GetByRole(AriaRole.Navigation, new() { Name = "主导航" }).GetByText("批量办理");
        await Expect(entry).ToBeHiddenAsync();
        await page.GetByLabel("展开菜单").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(entry).ToBeVisibleAsync();
        await entry.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("批量办理");
    }
}
