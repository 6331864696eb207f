using Microsoft.Playwright;
using Portal.Testing;

namespace Portal.Browser.Tests.Browsing;

/// <summary>
/// Opens windows on a portal. At the end of a test nothing may stand on the consoles of its windows: no script error, no refusal
/// by the content policy, no file that could not be loaded.
/// </summary>
public abstract class BrowserTest<TDialect>(BrowserPortal<TDialect> portal) : IAsyncLifetime
    where TDialect : ITestDialect
{
    private readonly List<IBrowserContext> _contexts = [];
    private readonly PageTrouble _trouble = new();

    protected BrowserPortal<TDialect> Host { get; } = portal;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var context in _contexts)
            await context.CloseAsync();
        _trouble.ExpectNone();
    }

    /// <summary>A window of a browser of its own, signed in through the real form when an account is named.</summary>
    protected async Task<IPage> OpenAsync(string? account = null, ViewportSize? screen = null, bool scripts = true)
    {
        var browser = await Chromium.LaunchedAsync();
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Host.Address.ToString(),
            ViewportSize = screen ?? Screen.Desktop,
            JavaScriptEnabled = scripts,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(20_000);
        _contexts.Add(context);
        _trouble.Watch(context);
        var page = await context.NewPageAsync();
        if (account is not null)
            await page.SignInAsync(account);
        return page;
    }

    /// <summary>The test opens pages that answer with an error on purpose.</summary>
    protected void AllowStatus(int status) => _trouble.AllowStatus(status);
}

/// <summary>Tests of pages that do not depend on the database.</summary>
public abstract class BrowserTest(BrowserPortal portal) : BrowserTest<Sqlite>(portal);
