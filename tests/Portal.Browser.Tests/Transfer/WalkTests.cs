using Portal.Browser.Tests.Browsing;
using Portal.Browser.Tests.Pages;
using Portal.Testing;

namespace Portal.Browser.Tests.Transfer;

/// <summary>Opens every page of the transfer's posts on a desktop, and each kind of page once on a phone.</summary>
public sealed class WalkTests(TransferPortal portal) : BrowserTest<Sqlite>(portal), IClassFixture<TransferPortal>
{
    private static readonly HashSet<string> _seenOnPhone = [];

    [Theory]
    [InlineData("sa")]
    [InlineData("sa-lead")]
    [InlineData("u4499")]
    [InlineData("u44")]
    [InlineData("moe")]
    public async Task Every_page_of_a_post_is_sound(string account)
    {
        if (await Host.Database.ScalarAsync<long>("select count(*) from registrytransfer_application") == 0)
            await (await OpenAsync("sa")).ApplyAsync("transfer", "张示例", "G449901201503120132", "ParentsRelocated");
        var pages = new Walk(account);
        await pages.FollowAsync(await OpenAsync(account));
        await pages.RepeatAsync(await OpenAsync(account, Screen.Phone), _seenOnPhone);
        pages.ExpectSound();
    }
}
