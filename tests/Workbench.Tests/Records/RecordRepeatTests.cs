using System.Net;
using Portal.Testing;

namespace Workbench.Tests.Records;

/// <summary>A form that is posted twice, as by a double click without script, is carried out once.</summary>
public abstract class RecordRepeatTests<TDialect>(FairFixture<TDialect> portal) : IClassFixture<FairFixture<TDialect>>
    where TDialect : ITestDialect
{
    private const string Fairs = FairFixture<TDialect>.Fairs;

    [Fact]
    public async Task A_new_form_makes_one_record_and_both_answers_lead_to_it()
    {
        using var clerk = await portal.SignInAsync("clerk");
        await clerk.OpenAsync($"{Fairs}/new");
        var form = Values(clerk.Page, "#record-form");
        (form["title"], form["kind"]) = ("连点两次", "art");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync(clerk, $"{Fairs}/new", form)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single(answers.Select(answer => answer.Address).Distinct());
        Assert.Equal(1, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record where title = '连点两次'"));

        // Another form with the same content is another record.
        await clerk.OpenAsync($"{Fairs}/new");
        (await clerk.SubmitAsync("#save", new { title = "连点两次", kind = "art" })).Expect(200);
        Assert.Equal(2, await portal.Database.ScalarAsync<long>("select count(*) from toolkit_record where title = '连点两次'"));
    }

    [Fact]
    public async Task Whoever_goes_back_to_the_form_and_changes_it_is_asked_and_then_changes_the_record_it_made()
    {
        using var clerk = await portal.SignInAsync("clerk");
        await clerk.OpenAsync($"{Fairs}/new");
        var form = Values(clerk.Page, "#record-form");
        (form["title"], form["kind"]) = ("后退再改", "art");
        (await clerk.PostAsync($"{Fairs}/new", form)).Expect(200);
        form["title"] = "后退改过";
        (await clerk.PostAsync($"{Fairs}/new", form)).Expect(HttpStatusCode.Conflict);
        Assert.Contains("这次填写的内容不同，还没有保存", clerk.Page.TextOf("#problem"), StringComparison.Ordinal);
        Assert.Contains(clerk.Page.Rows(".alert table"), row => row.SequenceEqual(["标题", "后退再改", "后退改过"]));
        (await clerk.SubmitAsync("#save")).Expect(200);
        Assert.Equal(["后退改过"], await portal.Database.QueryAsync<string>("select title from toolkit_record where title like '后退%'"));
    }

    [Fact]
    public async Task Saving_submitting_deciding_and_moving_twice_answers_as_once()
    {
        using var clerk = await portal.SignInAsync("clerk");
        var address = await portal.DraftAsync(clerk, "每步两次");
        await clerk.OpenAsync($"{address}/edit");
        await TwiceAsync(clerk, "#record-form", $"{address}/edit", address, "已保存", ("title", "每步两次的展览"));
        await clerk.OpenAsync(address);
        await TwiceAsync(clerk, "#submit-form", $"{address}?handler=Submit", address, "刚才已经办理，没有重复办理");
        foreach (var account in new[] { "head", "office" })
        {
            using var decider = await portal.SignInAsync(account);
            await decider.OpenAsync(address);
            await TwiceAsync(decider, "#decide-form", $"{address}?handler=Decide", address, "没有重复办理", ("_decision", "pass"), ("_opinion", "同意"));
        }

        await clerk.OpenAsync(address);
        await TwiceAsync(clerk, "#keep-form", $"{address}?handler=Keep", address, "没有重复办理", ("outcome", "很成功"));
        await TwiceAsync(clerk, "#comment-form", $"{address}?handler=Comment", address, "意见已记入历史", ("_comment", "很好"));
        await TwiceAsync(clerk, "#move-activate", $"{address}?handler=Move", address, "没有重复办理");
        var history = await portal.Database.QueryAsync<string>(
            "select e.label from toolkit_record_event e join toolkit_record r on r.id = e.record_id where r.title = '每步两次的展览' order by e.id");
        Assert.Equal(["新建", "上传议程", "修改", "提交", "单位负责人审核：通过", "展会处审批：通过", "更新", "意见", "启动实施"], history);
    }

    [Fact]
    public async Task Somebody_else_who_was_faster_is_still_a_conflict()
    {
        using var clerk = await portal.SignInAsync("clerk");
        using var second = await portal.SignInAsync("clerk2");
        var address = await portal.DraftAsync(clerk, "别人先提交");
        await clerk.OpenAsync(address);
        await second.OpenAsync(address);
        (await second.SubmitAsync("#submit-form")).Expect(200);
        (await clerk.SubmitAsync("#submit-form")).Expect(HttpStatusCode.Conflict);
    }

    private static async Task TwiceAsync(PortalClient client, string form, string url, string address, string words, params (string Name, string Value)[] more)
    {
        var values = Values(client.Page, form);
        foreach (var (name, value) in more)
            values[name] = value;
        foreach (var _ in Enumerable.Range(0, 2))
        {
            (await client.PostAsync(url, values)).Expect(200);
            Assert.Equal(address, client.Page.Url.AbsolutePath);
        }

        Assert.Contains(words, client.Page.TextOf("#messages"), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Values(PortalPage page, string form)
    {
        var values = new Dictionary<string, string>();
        foreach (var input in page.FindAll($"{form} input[name]").Where(input => input.GetAttribute("type") is not ("radio" or "checkbox") || input.HasAttribute("checked")))
            values[input.GetAttribute("name")!] = input.GetAttribute("value") ?? "";
        return values;
    }

    private static async Task<(HttpStatusCode Status, string Address)> PostAsync(PortalClient client, string url, Dictionary<string, string> values)
    {
        using var content = new FormUrlEncodedContent(values);
        using var answer = await client.Http.PostAsync(new Uri(url, UriKind.Relative), content);
        return (answer.StatusCode, answer.RequestMessage!.RequestUri!.AbsolutePath);
    }
}

public sealed class SqliteRecordRepeatTests(FairFixture<Sqlite> portal) : RecordRepeatTests<Sqlite>(portal);

public sealed class MariaDbRecordRepeatTests(FairFixture<MariaDb> portal) : RecordRepeatTests<MariaDb>(portal);
