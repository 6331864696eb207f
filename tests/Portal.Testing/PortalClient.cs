using System.Net;
using AngleSharp.Html.Dom;
using Xunit;

namespace Portal.Testing;

/// <summary>A browser without scripts: opens pages, fills in the real forms it finds there, follows redirects, keeps cookies.</summary>
public sealed class PortalClient(HttpClient http) : IDisposable
{
    public const string DemoPassword = "Demo#2026";

    private PortalPage? _page;

    public HttpClient Http { get; } = http;

    /// <summary>The page that was opened last.</summary>
    public PortalPage Page => _page ?? throw new InvalidOperationException("No page has been opened.");

    public async Task<PortalPage> GetAsync(string url) => _page = await PortalPage.ReadAsync(await Http.GetAsync(new Uri(url, UriKind.RelativeOrAbsolute)));

    /// <summary>Opens a page and insists on 200.</summary>
    public async Task<PortalPage> OpenAsync(string url)
    {
        var page = await GetAsync(url);
        page.Expect(HttpStatusCode.OK);
        return page;
    }

    /// <summary>Opens the address of a link found in the current page by its text or by a selector.</summary>
    public Task<PortalPage> FollowAsync(string textOrSelector)
    {
        var link = Page.Document.Links.OfType<IHtmlAnchorElement>().FirstOrDefault(anchor => anchor.Text.Trim() == textOrSelector)
            ?? (IHtmlAnchorElement)Page.Find(textOrSelector);
        return GetAsync(link.GetAttribute("href") ?? throw new InvalidOperationException($"The link '{textOrSelector}' has no address."));
    }

    /// <summary>
    /// Posts (or gets) the form that a selector finds in the current page, with its hidden fields, defaults and antiforgery token.
    /// Values for fields the form does not have are refused; several values go as <c>string[]</c>, no value as null.
    /// </summary>
    /// <param name="form">Selector of the form, or of anything inside it, for example its button; that button's name, value and formaction count.</param>
    /// <param name="values">Anonymous object or dictionary; names with dots need the dictionary.</param>
    /// <param name="files">Files by field name.</param>
    public async Task<PortalPage> SubmitAsync(string form, object? values = null, params TestFile[] files)
    {
        using var request = FormReader.Read(Page, form, values, files);
        return _page = await PortalPage.ReadAsync(await Http.SendAsync(request));
    }

    /// <summary>Posts without any form and without a token.</summary>
    public async Task<PortalPage> PostAsync(string url, IEnumerable<KeyValuePair<string, string>>? values = null)
    {
        using var content = new FormUrlEncodedContent(values ?? []);
        return _page = await PortalPage.ReadAsync(await Http.PostAsync(new Uri(url, UriKind.RelativeOrAbsolute), content));
    }

    /// <summary>Signs in through the real form; fails when the portal refuses.</summary>
    public async Task<PortalPage> SignInAsync(string account, string password = DemoPassword, string url = "/")
    {
        await TrySignInAsync(account, password, url);
        Assert.True(Page.TryFind("input[type=password]") is null, $"{account} could not sign in:\n{Page}");
        return Page;
    }

    /// <summary>Fills in the sign-in form and returns whatever comes back.</summary>
    public async Task<PortalPage> TrySignInAsync(string account, string password, string url = "/")
    {
        await GetAsync(url);
        var form = Page.Find("form:has(input[type=password])");
        var name = form.QuerySelector("input:not([type=hidden]):not([type=password]):not([type=checkbox])")!.GetAttribute("name")!;
        var secret = form.QuerySelector("input[type=password]")!.GetAttribute("name")!;
        return await SubmitAsync("form:has(input[type=password])", new Dictionary<string, object?> { [name] = account, [secret] = password });
    }

    public void Dispose() => Http.Dispose();
}

/// <summary>A file for an upload field.</summary>
public sealed record TestFile(string Field, string Name, byte[] Content, string ContentType = "application/octet-stream");
