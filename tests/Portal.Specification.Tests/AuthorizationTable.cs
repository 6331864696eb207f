using System.Text;
using Portal.Testing;

namespace Portal.Specification.Tests;

/// <summary>
/// <c>Authorization.md</c>: one row per page, one column per account, in each cell the status a GET answers with.
/// 401 stands for the sign-in page. When a page is new or a right changes, paste what the failing test prints.
/// </summary>
internal sealed record AuthorizationTable(IReadOnlyList<string> Accounts, IReadOnlyDictionary<string, IReadOnlyList<string>> Rows)
{
    public const string Stranger = "stranger";

    private static string File => Repository.PathOf("tests", "Portal.Specification.Tests", "Authorization.md");

    public static AuthorizationTable Read()
    {
        var lines = System.IO.File.ReadAllLines(File).Where(line => line.StartsWith('|')).Select(Cells).ToArray();
        return new AuthorizationTable(lines[0][1..], lines.Skip(2).ToDictionary(cells => cells[0], cells => (IReadOnlyList<string>)cells[1..]));
    }

    /// <summary>Rows where the two tables differ, each with what was expected and what was found.</summary>
    public IReadOnlyList<string> DifferencesFrom(AuthorizationTable actual) =>
    [
        .. actual.Rows.Keys.Except(Rows.Keys).Select(page => $"{page} is not in the table"),
        .. Rows.Keys.Except(actual.Rows.Keys).Select(page => $"{page} is in the table but not in the portal"),
        .. Rows.Keys.Intersect(actual.Rows.Keys).SelectMany(page => Accounts
            .Select((account, column) => (account, expected: Rows[page][column], found: actual.Rows[page][column]))
            .Where(cell => cell.expected != cell.found)
            .Select(cell => $"{page} for {cell.account}: expected {cell.expected}, found {cell.found}")),
    ];

    public override string ToString()
    {
        var text = new StringBuilder().AppendLine($"| page | {string.Join(" | ", Accounts)} |").AppendLine($"|{string.Concat(Enumerable.Repeat("---|", Accounts.Count + 1))}");
        foreach (var (page, cells) in Rows.OrderBy(row => row.Key, StringComparer.Ordinal))
            text.AppendLine($"| {page} | {string.Join(" | ", cells)} |");
        return text.ToString();
    }

    private static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];
}
