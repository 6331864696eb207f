using Portal.Testing;

namespace Portal.Specification.Tests;

public sealed class AuthorizationTests(PortalFixture<Sqlite> portal) : IClassFixture<PortalFixture<Sqlite>>
{
    [Fact]
    public async Task Every_page_answers_every_account_as_the_table_says()
    {
        var table = AuthorizationTable.Read();
        var templates = PortalPages.Templates(portal.Services);
        var rows = templates.ToDictionary(template => template, _ => (IReadOnlyList<string>)new List<string>());
        foreach (var account in table.Accounts)
        {
            using var client = account == AuthorizationTable.Stranger ? portal.Browse() : await portal.SignInAsync(account);
            foreach (var template in templates)
            {
                var page = await client.GetAsync(PortalPages.Address(template));
                var isSignIn = account == AuthorizationTable.Stranger && page.Url.AbsolutePath == "/organisation/account/signin" && !template.EndsWith("/signin", StringComparison.Ordinal);
                ((List<string>)rows[template]).Add(isSignIn ? "401" : $"{(int)page.Status}");
            }
        }

        var actual = new AuthorizationTable(table.Accounts, rows);
        var differences = table.DifferencesFrom(actual);
        Assert.True(differences.Count == 0, $"{string.Join('\n', differences)}\n\n{actual}");
    }
}
