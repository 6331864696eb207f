using System.Net;
using Portal.Testing;

namespace Workbench.Tests.Records;

/// <summary>What no form of the portal sends, and what nobody should learn by sending it.</summary>
public abstract class RecordInputTests<TDialect>(FairFixture<TDialect> portal) : IClassFixture<FairFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Fairs = FairFixture<TDialect>.Fairs;

    [Fact]
    public async Task Characters_that_nobody_sees_are_dropped_and_rows_are_counted_in_plain_digits()
    {
        using var client = await portal.SignInAsync("clerk");
        await client.OpenAsync($"{Fairs}/new");
        var token = client.Page.Find("#record-form input[name=__RequestVerificationToken]").GetAttribute("value")!;
        (await client.PostAsync($"{Fairs}/new", new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token, ["title"] = "控制\u0001符\u202Egnp.", ["remarks"] = "一\u0007行\n二行", ["guests[٣].name"] = "Ann", ["guests[99999].name"] = "Ann", ["_version"] = "0",
        })).Expect(200);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{Fairs}/0/edit")).Status);
        Assert.Equal("一行\n二行", await portal.Database.ScalarAsync<string>("select remarks from toolkit_record where title = '控制符gnp.'"));
        Assert.Equal("{}", await portal.Database.ScalarAsync<string>("select data from toolkit_record where title = '控制符gnp.'"));
    }

    [Fact]
    public async Task A_title_that_nobody_sees_is_none_and_an_amount_with_a_comma_is_not_a_hundred_times_more()
    {
        using var client = await portal.SignInAsync("clerk");
        await client.OpenAsync($"{Fairs}/new");
        (await client.SubmitAsync("#save", new { title = "票价", ticket = "5000,50" })).Expect(422);
        Assert.Contains("票价须为金额", client.Page.TextOf("#ticket-hint"), StringComparison.Ordinal);
        (await client.SubmitAsync("#save", new { ticket = "1,25,000" })).Expect(422);
        (await client.SubmitAsync("button[name=_submit]", new { title = "\u200B\uFEFF\u200D", ticket = "125,000.50" })).Expect(422);
        Assert.Contains("请填写标题", client.Page.TextOf(".error-summary"), StringComparison.Ordinal);
        (await client.SubmitAsync("#save", new { title = "家\u200D人\u200B的\u00AD展" })).Expect(200);
        Assert.Contains("125,000.50", client.Page.TextOf(".facts"), StringComparison.Ordinal);
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record where title = @title", new { title = "家\u200D人的展" }));
    }

    [Fact]
    public async Task Values_by_the_thousand_are_counted_before_they_are_looked_up()
    {
        using var client = await portal.SignInAsync("clerk");
        await client.OpenAsync($"{Fairs}/new");
        (await client.SubmitAsync("#save", new { title = "很多国别", countries = string.Join('、', Enumerable.Repeat("法国", 5000)) })).Expect(422);
        Assert.Contains("参与国别最多 200 个，现在 5000 个", client.Page.TextOf(".error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_by_the_thousand_are_refused_without_a_page_of_megabytes()
    {
        using var client = await portal.SignInAsync("clerk");
        await client.OpenAsync($"{Fairs}/new");
        var values = Enumerable.Range(0, 4000).ToDictionary(row => $"guests[{row}].name", _ => "甲");
        values["__RequestVerificationToken"] = client.Page.Find("#record-form input[name=__RequestVerificationToken]").GetAttribute("value")!;
        foreach (var button in new[] { "", "guests" })
        {
            values["_add"] = button;
            var page = await client.PostAsync($"{Fairs}/new", values);
            page.Expect(button.Length == 0 ? 422 : 200);
            Assert.InRange(page.FindAll("[data-record-row]").Count, 200, 201);
        }
    }

    [Fact]
    public async Task Other_methods_and_other_contents_than_forms_find_no_page()
    {
        using var client = await portal.SignInAsync("clerk");
        await client.OpenAsync($"{Fairs}/new");
        var token = client.Page.Find("#record-form input[name=__RequestVerificationToken]").GetAttribute("value")!;
        foreach (var method in new[] { "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE" })
        {
            using var answer = await SendAsync(method, null);
            Assert.Equal((method, HttpStatusCode.MethodNotAllowed), (method, answer.StatusCode));
        }

        using var json = await SendAsync("POST", new StringContent("{}", null, "application/json"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, json.StatusCode);
        using var nothing = await SendAsync("POST", null);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, nothing.StatusCode);

        async Task<HttpResponseMessage> SendAsync(string method, HttpContent? content)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Fairs, UriKind.Relative)) { Content = content };
            request.Headers.Add("RequestVerificationToken", token);
            return await client.Http.SendAsync(request);
        }
    }

    [Fact]
    public async Task Who_changes_his_post_before_saving_a_new_record_is_asked_first()
    {
        using var client = await portal.SignInAsync("twin");
        await client.OpenAsync($"{Fairs}/new");
        var form = client.Page;
        var values = new Dictionary<string, string> { ["title"] = "换岗的展览", ["_version"] = "0" };
        foreach (var name in new[] { "__RequestVerificationToken", "_post" })
            values[name] = form.Find($"#record-form input[name={name}]").GetAttribute("value")!;
        await client.OpenAsync("/organisation/account/switchpost");
        var other = client.Page.FindAll("input[name=PostId]").Select(input => input.GetAttribute("value")!).First(post => post != values["_post"]);
        (await client.SubmitAsync("main form", new { PostId = other })).Expect(200);
        (await client.PostAsync($"{Fairs}/new", values)).Expect(409);
        Assert.Contains("打开这一页以后换了岗位", client.Page.TextOf("#problem"), StringComparison.Ordinal);
        Assert.Equal("换岗的展览", client.Page.Find("#title").GetAttribute("value"));
        Assert.Equal(0, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record where title = '换岗的展览'"));
        (await client.SubmitAsync("#save")).Expect(200);
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record where title = '换岗的展览'"));
    }

    [Fact]
    public async Task Who_types_a_number_learns_the_title_only_of_what_he_may_open()
    {
        using var clerk = await portal.SignInAsync("clerk");
        await portal.DraftAsync(clerk, "还没有公布的展览");
        var no = await portal.Database.ScalarAsync<string>("select no from toolkit_record where title = '还没有公布的展览'");
        using var other = await portal.SignInAsync("other");
        await other.OpenAsync($"{FairFixture<TDialect>.Booths}/new");
        (await other.SubmitAsync("#save", new { fair = no, size = "12" })).Expect(200);
        Assert.Contains(no, other.Page.TextOf(".facts"), StringComparison.Ordinal);
        Assert.DoesNotContain("还没有公布的展览", other.Page.Text, StringComparison.Ordinal);
        using var office = await portal.SignInAsync("office");
        await office.OpenAsync($"{FairFixture<TDialect>.Booths}/new");
        (await office.SubmitAsync("#save", new { fair = no, size = "12" })).Expect(200);
        Assert.Contains("还没有公布的展览", office.Page.TextOf(".facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_rule_warns_of_at_the_last_step_is_told_to_whoever_decides_it()
    {
        using var clerk = await portal.SignInAsync("clerk");
        var address = await portal.SubmittedAsync(clerk, "三月的展览", values => (values["startOn"], values["endOn"]) = ("2026-03-05", "2026-03-06"));
        using var head = await portal.SignInAsync("head");
        await head.OpenAsync(address);
        (await head.SubmitAsync("#decide-form", new { _decision = "pass", _opinion = "同意" })).Expect(200);
        Assert.DoesNotContain("批准时距开始不足 10 天", head.Page.Text, StringComparison.Ordinal);
        using var office = await portal.SignInAsync("office");
        await office.OpenAsync(address);
        (await office.SubmitAsync("#decide-form", new { _decision = "pass", _opinion = "同意" })).Expect(200);
        Assert.Contains("批准时距开始不足 10 天", office.Page.Text, StringComparison.Ordinal);
    }
}

public sealed class SqliteRecordInputTests(FairFixture<Sqlite> portal) : RecordInputTests<Sqlite>(portal);

public sealed class MariaDbRecordInputTests(FairFixture<MariaDb> portal) : RecordInputTests<MariaDb>(portal);
