using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Portal.Testing;

/// <summary>An answer of the portal, parsed when it is a page.</summary>
public sealed class PortalPage
{
    private PortalPage(HttpResponseMessage response, byte[] content)
    {
        Response = response;
        Content = content;
        Html = IsText(response) ? System.Text.Encoding.UTF8.GetString(content) : "";
        Document = new HtmlParser().ParseDocument(Html);
    }

    public HttpResponseMessage Response { get; }

    public byte[] Content { get; }

    public string Html { get; }

    public IHtmlDocument Document { get; }

    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>Where the redirects ended.</summary>
    public Uri Url => Response.RequestMessage!.RequestUri!;

    /// <summary>Visible text of the page's body, blanks folded.</summary>
    public string Text => Fold(Document.Body?.TextContent ?? "");

    public static async Task<PortalPage> ReadAsync(HttpResponseMessage response) => new(response, await response.Content.ReadAsByteArrayAsync());

    /// <summary>Insists on a status code and shows the page otherwise.</summary>
    public PortalPage Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"Expected {(int)status}, got {this}");
        return this;
    }

    public PortalPage Expect(int status) => Expect((HttpStatusCode)status);

    /// <summary>The one element a selector finds first; fails with the page's text when there is none.</summary>
    public IElement Find(string selector)
    {
        var element = TryFind(selector);
        Assert.True(element is not null, $"'{selector}' is not on the page {this}");
        return element!;
    }

    public IElement? TryFind(string selector) => Document.QuerySelector(selector);

    public IReadOnlyList<IElement> FindAll(string selector) => [.. Document.QuerySelectorAll(selector)];

    /// <summary>Text of the first element found, blanks folded.</summary>
    public string TextOf(string selector) => Fold(Find(selector).TextContent);

    /// <summary>Texts of all elements found, blanks folded.</summary>
    public IReadOnlyList<string> TextsOf(string selector) => [.. FindAll(selector).Select(element => Fold(element.TextContent))];

    /// <summary>Cells of a table's body, row by row.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(string table = "table") =>
        [.. FindAll($"{table} tbody tr").Select(row => (IReadOnlyList<string>)[.. row.Children.Select(cell => Fold(cell.TextContent))])];

    public override string ToString() => $"{(int)Status} {Url.PathAndQuery}:\n{(Text.Length > 3000 ? Text[..3000] : Text)}";

    private static bool IsText(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is { } type && (type.StartsWith("text/", StringComparison.Ordinal) || type.Contains("json", StringComparison.Ordinal) || type.Contains("xhtml", StringComparison.Ordinal));

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
