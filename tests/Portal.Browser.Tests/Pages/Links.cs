using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Portal.Browser.Tests.Pages;

/// <summary>Addresses that pages link to, one of each kind: a list of a thousand students leads to one detail.</summary>
internal sealed partial class Links
{
    private readonly HashSet<string> _kinds = [];
    private readonly Queue<string> _ahead = new();

    public void Add(string address)
    {
        if (_kinds.Add(KindOf(address)))
            _ahead.Enqueue(address);
    }

    public bool TryTake(out string address) => _ahead.TryDequeue(out address!);

    /// <summary>Takes over what a page links to, menu and text.</summary>
    public async Task ReadAsync(IPage page)
    {
        var addresses = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('a[href]:not([download])')].filter(link => link.origin === location.origin).map(link => link.pathname + link.search)");
        foreach (var address in addresses)
            Add(address);
    }

    /// <summary>A name for the page that is the same for all records it can show.</summary>
    public static string KindOf(string address)
    {
        var (path, query) = address.Split('?', 2) is [var left, var right] ? (left, right) : (address, "");
        var handler = Handler().Match(query).Value;
        var student = query.Contains("student=", StringComparison.Ordinal) ? "?student" : "";
        return Number().Replace(path.ToLowerInvariant().TrimEnd('/'), "/n") + handler + student;
    }

    [GeneratedRegex("/[0-9]+(?=/|$)")]
    private static partial Regex Number();

    [GeneratedRegex("handler=[A-Za-z]+")]
    private static partial Regex Handler();
}
