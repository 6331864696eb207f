using System.Net;
using Portal.Testing;

namespace Organisation.Tests;

public sealed class SignInOnSqliteTests(DemoPortal<Sqlite> portal) : SignInTests<Sqlite>(portal);

public sealed class SignInOnMariaDbTests(DemoPortal<MariaDb> portal) : SignInTests<MariaDb>(portal);

[Trait("Case", "design:sign-in")]
public abstract class SignInTests<T>(DemoPortal<T> portal) : IClassFixture<DemoPortal<T>>
    where T : ITestDialect
{
    private const string SignInPage = "/organisation/account/signin";

    [Fact]
    public async Task A_stranger_signs_in_and_comes_back_to_the_page_asked_for()
    {
        using var client = portal.Browse();

        var page = await client.TrySignInAsync("admin", PortalClient.DemoPassword, "/organisation/units?q=%E5%AD%A6");

        Assert.Equal("/organisation/units?q=%E5%AD%A6", page.Url.PathAndQuery);
        page.Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_account_may_be_typed_full_width_and_in_capitals()
    {
        using var client = portal.Browse();

        await client.SignInAsync("ＡＤＭＩＮ");

        Assert.Contains("沈信", client.Page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_site_is_no_place_to_come_back_to()
    {
        using var client = portal.Browse();

        var page = await client.TrySignInAsync("admin", PortalClient.DemoPassword, $"{SignInPage}?returnUrl=https%3A%2F%2Fevil.example%2F");

        Assert.Equal("/", page.Url.PathAndQuery);
    }

    [Fact]
    public async Task Wrong_passwords_and_unknown_accounts_get_the_same_answers()
    {
        Assert.Equal(await RefusalsAsync("leader1"), await RefusalsAsync("nobody-knows"));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_ten_minutes()
    {
        using var client = portal.Browse();
        for (var attempt = 0; attempt < 5; attempt++)
            await client.TrySignInAsync("op1", "wrong-1");

        var locked = await client.TrySignInAsync("op1", PortalClient.DemoPassword);
        Assert.Contains("账号已锁定", locked.TextOf("[role=alert]"), StringComparison.Ordinal);

        portal.Clock.Advance(TimeSpan.FromMinutes(11));
        await client.SignInAsync("op1");
        Assert.Equal(1, await portal.Database.ScalarAsync<long>(
            "select count(*) from portal_audit where action = '连续输错密码，锁定账号' and subject = @subject", new { subject = $"person:{await portal.PersonAsync("op1")}" }));
    }

    [Fact]
    public async Task A_disabled_person_is_out_at_the_next_request()
    {
        using var client = await portal.SignInAsync("sup1");
        await portal.Database.ExecuteAsync("update organisation_person set is_disabled = 1 where account = 'sup1'");

        var page = await client.GetAsync("/");

        Assert.Equal(SignInPage, page.Url.AbsolutePath);
    }

    [Fact]
    public async Task A_partial_request_of_a_stranger_is_told_where_to_sign_in()
    {
        using var client = portal.Browse();
        client.Http.DefaultRequestHeaders.Add("HX-Request", "true");
        client.Http.DefaultRequestHeaders.Add("HX-Current-URL", "https://localhost/organisation/people?q=x");

        var page = await client.GetAsync("/organisation/people?q=xy");

        page.Expect(HttpStatusCode.Unauthorized);
        Assert.Equal($"{SignInPage}?returnUrl=%2Forganisation%2Fpeople%3Fq%3Dx", page.Response.Headers.GetValues("HX-Redirect").Single());
    }

    [Fact]
    public async Task Signing_out_and_switching_need_a_post_with_a_token()
    {
        using var client = await portal.SignInAsync("admin");

        (await client.PostAsync("/organisation/account/signout")).Expect(HttpStatusCode.BadRequest);
        Assert.Contains("刷新后重新提交", client.Page.Text, StringComparison.Ordinal);

        await client.OpenAsync("/organisation/account/signout");
        await client.SubmitAsync("main form");
        Assert.Equal(SignInPage, (await client.GetAsync("/")).Url.AbsolutePath);
    }

    [Fact]
    public async Task Signing_out_ends_every_copy_of_the_cookie_and_no_other_sign_in_of_the_person()
    {
        using var elsewhere = await portal.SignInAsync("admin");
        using var client = portal.Browse();
        await client.SignInAsync("admin");
        await client.OpenAsync("/organisation/account/switchpost");
        var answer = await client.SubmitAsync("main form", new { PostId = client.Page.Find("main input[type=radio]").GetAttribute("value") });
        var copy = answer.Response.RequestMessage!.Headers.GetValues("Cookie").Single();
        using var thief = portal.Browse();
        thief.Http.DefaultRequestHeaders.Add("Cookie", copy);
        Assert.Equal("/", (await thief.GetAsync("/")).Url.AbsolutePath);

        await client.OpenAsync("/organisation/account/signout");
        await client.SubmitAsync("main form");

        portal.Clock.Advance(TimeSpan.FromHours(7));
        using var again = portal.Browse();
        again.Http.DefaultRequestHeaders.Add("Cookie", copy);
        var refused = await again.GetAsync("/");
        Assert.Equal(SignInPage, refused.Url.AbsolutePath);
        await elsewhere.OpenAsync("/organisation/people");
    }

    [Fact]
    public async Task A_post_is_switched_to_one_of_the_own_posts_only()
    {
        using var client = await portal.SignInAsync("admin");
        var foreign = await portal.Database.ScalarAsync<long>(
            "select post.id from organisation_post post join organisation_person person on person.id = post.person_id where person.account = 'ma-admin'");
        await client.OpenAsync("/organisation/account/switchpost");

        (await client.SubmitAsync("main form", new { PostId = foreign })).Expect(HttpStatusCode.NotFound);

        await client.OpenAsync("/organisation/account/switchpost");
        var second = client.Page.FindAll("main input[type=radio]")[1].GetAttribute("value");
        await client.SubmitAsync("main form", new { PostId = second });
        Assert.Contains("全部单位", client.Page.TextOf(".visitor-post"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_password_must_be_changed_before_anything_else()
    {
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync($"/organisation/people/details?id={await portal.PersonAsync("lib1")}");
        var initial = (await admin.SubmitAsync("button[formaction*='handler=Reset']")).TextOf("[role=status] code");

        using var client = portal.Browse();
        var page = await client.TrySignInAsync("lib1", initial);
        Assert.Equal("/organisation/account/password", page.Url.AbsolutePath);
        Assert.Equal("/organisation/account/password", (await client.GetAsync("/")).Url.AbsolutePath);

        await client.SubmitAsync("main form", new { Current = initial, Next = "short1", Repeated = "short1" });
        Assert.Contains("密码至少 8 位。", client.Page.Text, StringComparison.Ordinal);
        await client.SubmitAsync("main form", new { Current = initial, Next = "long-enough-1", Repeated = "long-enough-1" });
        Assert.Equal("/", client.Page.Url.AbsolutePath);
        await client.OpenAsync("/");
    }

    [Fact]
    public async Task A_session_whose_password_was_reset_meets_the_sign_in_page()
    {
        using var session = await portal.SignInAsync("fin1");
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync($"/organisation/people/details?id={await portal.PersonAsync("fin1")}");
        var initial = (await admin.SubmitAsync("button[formaction*='handler=Reset']")).TextOf("[role=status] code");

        // The stamp is looked at again after a minute.
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(SignInPage, (await session.OpenAsync("/")).Url.AbsolutePath);
        await session.OpenAsync("/graduationclearance/verify");
        await session.TrySignInAsync("fin1", initial);
        Assert.Equal("/organisation/account/password", session.Page.Url.AbsolutePath);
    }

    [Fact]
    public async Task The_chosen_post_outlives_the_renewal_of_the_session()
    {
        using var admin = await portal.SignInAsync("admin");
        await admin.OpenAsync("/organisation/account/switchpost");
        await admin.SubmitAsync("main form", new { PostId = admin.Page.FindAll("main input[type=radio]")[1].GetAttribute("value") });

        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Contains("全部单位", (await admin.OpenAsync("/")).TextOf(".visitor-post"), StringComparison.Ordinal);
        Assert.Contains("全部单位", (await admin.OpenAsync("/")).TextOf(".visitor-post"), StringComparison.Ordinal);
    }

    private async Task<string> RefusalsAsync(string account)
    {
        using var client = portal.Browse();
        var answers = new List<string>();
        for (var attempt = 0; attempt < 7; attempt++)
            answers.Add((await client.TrySignInAsync(account, "wrong-1")).TextOf("[role=alert]"));
        return string.Join('\n', answers);
    }
}
