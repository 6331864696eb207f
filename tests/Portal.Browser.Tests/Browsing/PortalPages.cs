using Microsoft.Playwright;
using Portal.Testing;

namespace Portal.Browser.Tests.Browsing;

/// <summary>What every page of the portal has in common.</summary>
internal static class PortalPages
{
    /// <summary>Waits for the form that a session without sign-in is led to, and fills it in.</summary>
    public static async Task SignInAsync(this IPage page, string account, string password = PortalClient.DemoPassword)
    {
        if (!await page.Locator("input[type=password]").IsVisibleAsync())
            await page.GotoAsync("/");
        await page.GetByLabel("账号").First.FillAsync(account);
        await page.GetByLabel("密码").First.FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("input[type=password]")).ToHaveCountAsync(0);
    }

    /// <summary>The message that the layout shows after a post.</summary>
    public static ILocator Message(this IPage page) => page.Locator("#messages");

    /// <summary>What sticks out at the right; empty when the page scrolls up and down only.</summary>
    public static async Task<IReadOnlyList<string>> WidthFaultsAsync(this IPage page) => await page.EvaluateAsync<string[]>(
        """
        () => {
          if (document.scrollingElement.scrollWidth <= innerWidth) return [];
          const scrolls = element => {
            for (let parent = element.parentElement; parent !== document.body; parent = parent.parentElement)
              if (getComputedStyle(parent).overflowX !== 'visible') return true;
            return false;
          };
          const wide = [...document.querySelectorAll('body *')].filter(element => element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element));
          return [`the page is ${document.scrollingElement.scrollWidth} px wide`, ...wide.slice(0, 5).map(element => `too wide: ${element.outerHTML.slice(0, 160)}`)];
        }
        """);
}
