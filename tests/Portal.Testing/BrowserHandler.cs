using System.Net;

namespace Portal.Testing;

/// <summary>Keeps cookies and follows redirects as a browser does: a post that is redirected becomes a get.</summary>
internal sealed class BrowserHandler : DelegatingHandler
{
    private readonly CookieContainer _cookies = new();

    public BrowserHandler()
    {
    }

    public BrowserHandler(HttpMessageHandler inner)
        : base(inner)
    {
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            var response = await SendOnceAsync(request, cancellationToken);
            if (response.Headers.Location is not { } location || (int)response.StatusCode is < 300 or > 399)
                return response;
            if (redirects == 10)
                throw new HttpRequestException($"{request.RequestUri} redirects in a circle, last to {location}.");
            var keepsMethod = response.StatusCode is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
            var next = new HttpRequestMessage(keepsMethod ? request.Method : HttpMethod.Get, new Uri(request.RequestUri!, location));
            if (keepsMethod)
                next.Content = request.Content;
            if (next.RequestUri!.Host != request.RequestUri!.Host)
                return response;
            request = next;
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        if (_cookies.GetCookieHeader(address) is { Length: > 0 } cookies)
        {
            request.Headers.Remove("Cookie");
            request.Headers.Add("Cookie", cookies);
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var values))
        {
            foreach (var value in values)
                _cookies.SetCookies(address, value);
        }

        response.RequestMessage ??= request;
        return response;
    }
}
