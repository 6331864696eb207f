using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Portal.Browser.Tests.Browsing;

/// <summary>What browsers complained about.</summary>
internal sealed class PageTrouble
{
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly HashSet<int> _allowed = [];

    public IReadOnlyCollection<string> Complaints => _complaints;

    public void AllowStatus(int status) => _allowed.Add(status);

    public void Watch(IBrowserContext context)
    {
        context.Console += (_, message) =>
        {
            // Answers with an error are looked at below, where their code is known.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                _complaints.Enqueue($"{message.Type} on {message.Page?.Url}: {message.Text}");
        };
        context.WebError += (_, error) => _complaints.Enqueue($"script error on {error.Page?.Url}: {error.Error}");
        context.Response += (_, response) =>
        {
            if (response.Status >= 400 && !_allowed.Contains(response.Status))
                _complaints.Enqueue($"{response.Status} for {response.Request.Method} {response.Url}");
        };
    }

    public void ExpectNone() => Assert.True(_complaints.IsEmpty, string.Join('\n', _complaints.Distinct()));
}
