using System.Net;
using System.Text.RegularExpressions;
using Portal.Testing;

namespace Organisation.Tests;

[Trait("Case", "design:setup")]
public sealed partial class SetupTests(EmptyPortal portal) : IClassFixture<EmptyPortal>
{
    private const string SetupPage = "/organisation/account/setup";

    [Fact]
    public async Task The_token_of_the_log_makes_the_first_administrator_once()
    {
        using var client = portal.Browse();
        var token = Token().Match(string.Join('\n', portal.Factory.Log.Entries)).Groups[1].Value;
        var answers = new { Token = "guessed", University = "江南大学", Account = "root1", Name = "周原", Password = "first-day-1" };

        await client.OpenAsync(SetupPage);
        await client.SubmitAsync("main form", answers);
        Assert.Contains("设置口令不对", client.Page.Text, StringComparison.Ordinal);

        await portal.Database.ExecuteAsync("update organisation_setup_token set created_at = '2020-01-01 00:00:00'");
        await client.SubmitAsync("main form", new { answers.University, answers.Account, answers.Name, answers.Password, Token = token });
        Assert.Contains("设置口令不对", client.Page.Text, StringComparison.Ordinal);

        await portal.Database.ExecuteAsync("update organisation_setup_token set created_at = @now", new { now = DateTime.UtcNow });
        await client.SubmitAsync("main form", new { answers.University, answers.Account, answers.Name, answers.Password, Token = token });
        await client.SignInAsync("root1", "first-day-1");
        Assert.Contains("江南大学", client.Page.TextOf(".visitor-post"), StringComparison.Ordinal);
        await client.OpenAsync("/organisation/roles");
        (await client.GetAsync(SetupPage)).Expect(HttpStatusCode.NotFound);
        Assert.Equal(0, await portal.Database.ScalarAsync<long>("select count(*) from organisation_setup_token"));
    }

    [GeneratedRegex("口令 ([0-9a-f]{40})")]
    private static partial Regex Token();
}
