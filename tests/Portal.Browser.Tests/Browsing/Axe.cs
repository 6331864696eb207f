using Microsoft.Playwright;

namespace Portal.Browser.Tests.Browsing;

/// <summary>Runs axe-core on a page.</summary>
internal static class Axe
{
    private const string Run =
        """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
          .filter(finding => finding.impact === 'serious' || finding.impact === 'critical')
          .map(({ impact, id, help, nodes }) => `${impact} ${id}, ${nodes.length} times: ${help}\n    ${nodes[0].html.slice(0, 200)}\n    ${nodes[0].failureSummary?.replaceAll('\n', ' ')}`)
        """;

    private static readonly Lazy<string> Script = new(Read);

    /// <summary>Serious and critical findings, each with its element. The page must run scripts.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => !!window.axe"))
            await page.EvaluateAsync(Script.Value);
        return await page.EvaluateAsync<string[]>(Run).WaitAsync(TimeSpan.FromMinutes(1));
    }

    private static string Read()
    {
        using var stream = typeof(Axe).Assembly.GetManifestResourceStream("axe.js")
            ?? throw new InvalidOperationException("axe-core is missing: it is restored by npm when this project is built; install Node.js 20 and build again.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
